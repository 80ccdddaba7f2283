-- Connections of sources that fetch for themselves, pauses, and how many messages each source brought per hour.
ALTER TABLE "sources" ADD COLUMN "paused_at" timestamp with time zone;
ALTER TABLE "sources" ADD COLUMN "last_message_at" timestamp with time zone;

CREATE TABLE "connections" (
  "source_id" uuid PRIMARY KEY NOT NULL,
  "municipality_id" integer NOT NULL,
  "settings" json NOT NULL,
  "sealed_secrets" "bytea",
  "cursor" json,
  "backfill" json,
  "failures" integer DEFAULT 0 NOT NULL,
  "rejected" integer DEFAULT 0 NOT NULL,
  "next_at" timestamp with time zone NOT NULL,
  "caught_up_at" timestamp with time zone,
  "lease_by" uuid,
  "lease_until" timestamp with time zone
);
CREATE INDEX "connections_due" ON "connections" ("next_at");

CREATE TABLE "source_hours" (
  "source_id" uuid NOT NULL,
  "hour_at" timestamp with time zone NOT NULL,
  "messages" integer NOT NULL,
  CONSTRAINT "source_hours_source_id_hour_at_pk" PRIMARY KEY("source_id","hour_at")
);

CREATE INDEX "messages_voice" ON "messages" ("municipality_id","voice") WHERE "voice" is not null and "kind" in ('post', 'comment', 'mail');
CREATE INDEX "messages_special" ON "messages" ("municipality_id","received_at") WHERE "reading" -> 'special' is not null and "erased_at" is null;

-- Rows that are written over and over keep room beside them, so that an update touches no index.
ALTER TABLE "source_hours" SET (fillfactor = 50);
