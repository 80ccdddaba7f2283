CREATE TABLE "public_reports" (
  "id" uuid PRIMARY KEY NOT NULL,
  "number" bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  "municipality_id" integer NOT NULL,
  "message_id" uuid NOT NULL,
  "reported_at" timestamp with time zone NOT NULL
);

CREATE INDEX "public_reports_tenant" ON "public_reports" ("municipality_id", "reported_at");
