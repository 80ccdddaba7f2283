CREATE TABLE "screens" (
  "id" uuid PRIMARY KEY NOT NULL,
  "municipality_id" integer NOT NULL,
  "name" text NOT NULL,
  "settings" json NOT NULL,
  "secret_hash" "bytea" NOT NULL,
  "created_at" timestamp with time zone NOT NULL,
  "last_seen_at" timestamp with time zone,
  "revoked_at" timestamp with time zone
);

CREATE UNIQUE INDEX "screens_secret" ON "screens" ("secret_hash");
CREATE INDEX "screens_tenant" ON "screens" ("municipality_id");
