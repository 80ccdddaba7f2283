CREATE TABLE "signals" (
  "id" uuid PRIMARY KEY NOT NULL,
  "municipality_id" integer NOT NULL,
  "kind" text NOT NULL,
  "key" text NOT NULL,
  "signal" json NOT NULL,
  "places" text[] NOT NULL,
  "opened_at" timestamp with time zone NOT NULL,
  "seen_at" timestamp with time zone NOT NULL,
  "closed_at" timestamp with time zone
);

CREATE INDEX "signals_tenant" ON "signals" ("municipality_id","opened_at","id");
CREATE UNIQUE INDEX "signals_open" ON "signals" ("municipality_id","kind","key") WHERE "closed_at" is null;
