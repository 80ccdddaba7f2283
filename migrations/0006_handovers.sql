-- What was handed over to whom, by when, and its steps; reports of other systems are found by their number.
CREATE TABLE "handovers" (
  "id" uuid PRIMARY KEY NOT NULL,
  "municipality_id" integer NOT NULL,
  "kind" text NOT NULL,
  "status" text NOT NULL,
  "message_id" uuid,
  "issue_id" uuid,
  "receiver_kind" text NOT NULL,
  "receiver_code" text,
  "receiver_name" text NOT NULL,
  "mail" text,
  "note" text NOT NULL,
  "external_id" text,
  "due_at" timestamp with time zone NOT NULL,
  "reacted_at" timestamp with time zone,
  "closed_at" timestamp with time zone,
  "link_version" integer DEFAULT 0 NOT NULL,
  "link_until" timestamp with time zone,
  "version" integer NOT NULL,
  "by" text,
  "created_at" timestamp with time zone NOT NULL,
  "erased_at" timestamp with time zone
);

CREATE TABLE "handover_log" (
  "id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  "municipality_id" integer NOT NULL,
  "handover_id" uuid NOT NULL,
  "at" timestamp with time zone NOT NULL,
  "type" text NOT NULL,
  "by" text,
  "status" text NOT NULL,
  "text" text NOT NULL
);

CREATE INDEX "handovers_tenant" ON "handovers" ("municipality_id","due_at");
CREATE INDEX "handovers_message" ON "handovers" ("message_id");
CREATE INDEX "handovers_issue" ON "handovers" ("issue_id");
CREATE INDEX "handover_log_handover" ON "handover_log" ("handover_id","id");
CREATE INDEX "messages_melding" ON "messages" ("municipality_id","external_id") WHERE "kind" = 'melding' and "external_id" is not null;
