CREATE TABLE "webhooks" (
  "id" uuid PRIMARY KEY NOT NULL,
  "municipality_id" integer NOT NULL,
  "name" text NOT NULL,
  "url" text NOT NULL,
  "created_at" timestamp with time zone NOT NULL,
  "removed_at" timestamp with time zone
);

CREATE TABLE "deliveries" (
  "id" uuid PRIMARY KEY NOT NULL,
  "municipality_id" integer NOT NULL,
  "alert_id" uuid NOT NULL,
  "rule_id" uuid,
  "channel" text NOT NULL,
  "target" uuid NOT NULL,
  "kind" text NOT NULL,
  "group_key" text NOT NULL,
  "group_minutes" integer NOT NULL,
  "quiet" json,
  "repeat_minutes" integer NOT NULL,
  "status" text NOT NULL,
  "attempts" integer DEFAULT 0 NOT NULL,
  "created_at" timestamp with time zone NOT NULL,
  "due_at" timestamp with time zone NOT NULL,
  "claimed_until" timestamp with time zone,
  "sent_at" timestamp with time zone,
  "thread" text,
  "error" text
);

CREATE TABLE "digests" (
  "municipality_id" integer NOT NULL,
  "user_id" uuid NOT NULL,
  "at" timestamp with time zone NOT NULL,
  "said" json NOT NULL,
  CONSTRAINT "digests_municipality_id_user_id_pk" PRIMARY KEY("municipality_id","user_id")
);

CREATE INDEX "webhooks_tenant" ON "webhooks" ("municipality_id");
CREATE INDEX "deliveries_due" ON "deliveries" ("due_at") WHERE "status" = 'waiting';
CREATE INDEX "deliveries_alert" ON "deliveries" ("alert_id");
CREATE INDEX "deliveries_tenant" ON "deliveries" ("municipality_id","created_at");
