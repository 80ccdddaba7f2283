CREATE TABLE "saved_views" (
  "id" uuid PRIMARY KEY NOT NULL,
  "municipality_id" integer NOT NULL,
  "owner_id" uuid NOT NULL,
  "name" text NOT NULL,
  "address" text NOT NULL,
  "shared" boolean NOT NULL,
  "created_at" timestamp with time zone NOT NULL
);

CREATE INDEX "saved_views_tenant" ON "saved_views" ("municipality_id","owner_id");
