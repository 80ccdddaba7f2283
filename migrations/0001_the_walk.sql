-- Everything that the walk, the newsroom and the reports keep. Every table carries the tenant of its rows.
-- "messages" can become a table partitioned by "received_at": its primary key holds that column and no other constraint spans partitions.

CREATE TABLE "audit" (
  "id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  "municipality_id" integer,
  "at" timestamp with time zone NOT NULL,
  "by" text NOT NULL,
  "action" text NOT NULL,
  "subject" text NOT NULL,
  "detail" text
);

CREATE TABLE "invites" (
  "token_hash" bytea PRIMARY KEY NOT NULL,
  "municipality_id" integer,
  "user_id" uuid NOT NULL,
  "created_at" timestamp with time zone NOT NULL,
  "expires_at" timestamp with time zone NOT NULL,
  "used_at" timestamp with time zone
);

CREATE TABLE "keys" (
  "id" uuid PRIMARY KEY NOT NULL,
  "municipality_id" integer NOT NULL,
  "name" text NOT NULL,
  "role" text,
  "source_id" uuid,
  "secret_hash" bytea NOT NULL,
  "created_at" timestamp with time zone NOT NULL,
  "last_used_at" timestamp with time zone,
  "revoked_at" timestamp with time zone
);

CREATE TABLE "sessions" (
  "id_hash" bytea PRIMARY KEY NOT NULL,
  "municipality_id" integer,
  "user_id" uuid,
  "data" json NOT NULL,
  "expires_at" timestamp with time zone NOT NULL
);

CREATE TABLE "users" (
  "id" uuid PRIMARY KEY NOT NULL,
  "municipality_id" integer,
  "email" text NOT NULL,
  "name" text NOT NULL,
  "role" text NOT NULL,
  "created_at" timestamp with time zone NOT NULL,
  "revoked_at" timestamp with time zone
);

CREATE TABLE "areas" (
  "municipality_id" integer NOT NULL,
  "code" text NOT NULL,
  "level" text NOT NULL,
  "name" text NOT NULL,
  "parent_code" text,
  "inhabitants" integer,
  "geometry" json,
  CONSTRAINT "areas_municipality_id_code_pk" PRIMARY KEY("municipality_id","code")
);

CREATE TABLE "place_names" (
  "municipality_id" integer NOT NULL,
  "name" text NOT NULL,
  "kind" text NOT NULL,
  "area_code" text NOT NULL,
  "lat" double precision,
  "lon" double precision,
  CONSTRAINT "place_names_municipality_id_name_kind_area_code_pk" PRIMARY KEY("municipality_id","name","kind","area_code")
);

CREATE TABLE "inbox" (
  "municipality_id" integer NOT NULL,
  "seq" bigint NOT NULL,
  "message_id" uuid NOT NULL,
  "source_id" uuid NOT NULL,
  "revision" integer NOT NULL,
  "attempts" smallint DEFAULT 0 NOT NULL,
  "received_at" timestamp with time zone NOT NULL,
  "payload" json NOT NULL,
  CONSTRAINT "inbox_municipality_id_seq_pk" PRIMARY KEY("municipality_id","seq")
);

CREATE TABLE "message_keys" (
  "municipality_id" integer NOT NULL,
  "source_id" uuid NOT NULL,
  "external_key" bytea NOT NULL,
  "message_id" uuid NOT NULL,
  "revision" integer NOT NULL,
  "content_hash" bytea NOT NULL,
  "source_updated_at" timestamp with time zone,
  "received_at" timestamp with time zone NOT NULL,
  "erased_at" timestamp with time zone,
  CONSTRAINT "message_keys_source_id_external_key_pk" PRIMARY KEY("source_id","external_key")
);

CREATE TABLE "sealed_originals" (
  "message_id" uuid PRIMARY KEY NOT NULL,
  "municipality_id" integer NOT NULL,
  "sealed" bytea NOT NULL,
  "expires_at" timestamp with time zone NOT NULL
);

CREATE TABLE "set_aside" (
  "id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  "municipality_id" integer NOT NULL,
  "message_id" uuid NOT NULL,
  "source_id" uuid NOT NULL,
  "revision" integer NOT NULL,
  "attempts" smallint NOT NULL,
  "received_at" timestamp with time zone NOT NULL,
  "payload" json NOT NULL,
  "error" text NOT NULL,
  "at" timestamp with time zone NOT NULL
);

CREATE TABLE "issue_log" (
  "id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  "municipality_id" integer NOT NULL,
  "issue_id" uuid NOT NULL,
  "at" timestamp with time zone NOT NULL,
  "type" text NOT NULL,
  "by" text,
  "text" text NOT NULL
);

CREATE TABLE "issue_states" (
  "issue_id" uuid PRIMARY KEY NOT NULL,
  "municipality_id" integer NOT NULL,
  "opened_at" timestamp with time zone NOT NULL,
  "state" json NOT NULL
);

CREATE TABLE "issue_voices" (
  "municipality_id" integer NOT NULL,
  "issue_id" uuid NOT NULL,
  "voice" text NOT NULL,
  "messages" integer NOT NULL,
  CONSTRAINT "issue_voices_issue_id_voice_pk" PRIMARY KEY("issue_id","voice")
);

CREATE TABLE "issues" (
  "id" uuid PRIMARY KEY NOT NULL,
  "municipality_id" integer NOT NULL,
  "title" text NOT NULL,
  "title_by_person" boolean DEFAULT false NOT NULL,
  "status" text DEFAULT 'open' NOT NULL,
  "level" text DEFAULT 'calm' NOT NULL,
  "level_since" timestamp with time zone NOT NULL,
  "heat" double precision DEFAULT 0 NOT NULL,
  "why" text,
  "times_normal" double precision,
  "category_main" text NOT NULL,
  "category_sub" text NOT NULL,
  "keywords" text[] NOT NULL,
  "messages" integer NOT NULL,
  "voices" integer NOT NULL,
  "negative" integer NOT NULL,
  "neutral" integer NOT NULL,
  "positive" integer NOT NULL,
  "open_meldingen" integer NOT NULL,
  "channel_counts" json NOT NULL,
  "area_counts" json NOT NULL,
  "first_at" timestamp with time zone NOT NULL,
  "last_at" timestamp with time zone NOT NULL,
  "opened_at" timestamp with time zone NOT NULL,
  "assignee_id" uuid,
  "muted_until" timestamp with time zone,
  "muted_escalates" boolean DEFAULT false NOT NULL,
  "mute_reason" text,
  "line" json NOT NULL,
  "line_ends_at" timestamp with time zone NOT NULL,
  "merged_into" uuid,
  "retired_at" timestamp with time zone
);

CREATE TABLE "corrections" (
  "id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  "municipality_id" integer NOT NULL,
  "message_id" uuid NOT NULL,
  "correction" jsonb NOT NULL,
  "by" text,
  "at" timestamp with time zone NOT NULL
);

CREATE TABLE "hourly_counts" (
  "municipality_id" integer NOT NULL,
  "hour_at" timestamp with time zone NOT NULL,
  "area_code" text NOT NULL,
  "category" text NOT NULL,
  "negative" integer NOT NULL,
  "neutral" integer NOT NULL,
  "positive" integer NOT NULL,
  CONSTRAINT "hourly_counts_municipality_id_hour_at_area_code_category_pk" PRIMARY KEY("municipality_id","hour_at","area_code","category")
);

CREATE TABLE "messages" (
  "municipality_id" integer NOT NULL,
  "received_at" timestamp with time zone NOT NULL,
  "id" uuid NOT NULL,
  "revision" integer NOT NULL,
  "source_id" uuid NOT NULL,
  "external_id" text,
  "kind" text NOT NULL,
  "channel" text NOT NULL,
  "text" text NOT NULL,
  "language" text,
  "created_at" timestamp with time zone NOT NULL,
  "closed_at" timestamp with time zone,
  "lat" double precision,
  "lon" double precision,
  "address" text,
  "given_area_code" text,
  "given_main" text,
  "given_sub" text,
  "voice" text,
  "counts_as_voice" boolean NOT NULL,
  "reach" integer,
  "issue_id" uuid NOT NULL,
  "area_code" text,
  "category_main" text NOT NULL,
  "category_sub" text NOT NULL,
  "mood" text NOT NULL,
  "has_question" boolean NOT NULL,
  "reading" jsonb NOT NULL,
  "correction" jsonb,
  "erased_at" timestamp with time zone,
  "search" tsvector GENERATED ALWAYS AS (to_tsvector('dutch'::regconfig, "text")) STORED,
  CONSTRAINT "messages_municipality_id_received_at_id_pk" PRIMARY KEY("municipality_id","received_at","id")
);

CREATE TABLE "sources" (
  "id" uuid PRIMARY KEY NOT NULL,
  "municipality_id" integer NOT NULL,
  "name" text NOT NULL,
  "kind" text NOT NULL,
  "channel" text NOT NULL,
  "retention_days" integer NOT NULL,
  "purpose" json,
  "category_map" json NOT NULL,
  "messages" integer DEFAULT 0 NOT NULL,
  "last_success_at" timestamp with time zone,
  "last_error_at" timestamp with time zone,
  "last_error" text,
  "created_at" timestamp with time zone NOT NULL
);

CREATE TABLE "municipalities" (
  "id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  "code" text NOT NULL,
  "name" text NOT NULL,
  "demo" boolean DEFAULT false NOT NULL,
  "replay_of" integer,
  "created_at" timestamp with time zone NOT NULL
);

CREATE TABLE "municipality_counters" (
  "municipality_id" integer PRIMARY KEY NOT NULL,
  "inbox_seq" bigint DEFAULT 0 NOT NULL,
  "stream_seq" bigint DEFAULT 0 NOT NULL,
  "last_received_at" timestamp with time zone,
  "owner_epoch" bigint DEFAULT 0 NOT NULL,
  "pruned_seq" bigint DEFAULT 0 NOT NULL,
  "waiting" integer DEFAULT 0 NOT NULL,
  "areas_version" integer DEFAULT 0 NOT NULL
);

CREATE TABLE "replays" (
  "municipality_id" integer PRIMARY KEY NOT NULL,
  "original_id" integer NOT NULL,
  "label" text NOT NULL,
  "speed" double precision NOT NULL,
  "from_at" timestamp with time zone NOT NULL,
  "to_at" timestamp with time zone NOT NULL,
  "now_at" timestamp with time zone NOT NULL,
  "status" text NOT NULL,
  "created_at" timestamp with time zone NOT NULL
);

CREATE TABLE "alerts" (
  "id" uuid PRIMARY KEY NOT NULL,
  "municipality_id" integer NOT NULL,
  "number" bigint GENERATED ALWAYS AS IDENTITY,
  "issue_id" uuid,
  "status" text NOT NULL,
  "level" text NOT NULL,
  "title" text NOT NULL,
  "area_codes" text[] NOT NULL,
  "observed" double precision NOT NULL,
  "expected" double precision NOT NULL,
  "window_hours" double precision NOT NULL,
  "sentence" text NOT NULL,
  "examples" uuid[] NOT NULL,
  "rule" text NOT NULL,
  "conditions" json NOT NULL,
  "raised_at" timestamp with time zone NOT NULL,
  "acknowledged_at" timestamp with time zone,
  "acknowledged_by" text,
  "closed_at" timestamp with time zone,
  "noise" boolean
);

CREATE TABLE "commands" (
  "id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  "municipality_id" integer NOT NULL,
  "body" json NOT NULL,
  "at" timestamp with time zone NOT NULL,
  "done_at" timestamp with time zone,
  "error" text
);

CREATE TABLE "content_items" (
  "id" uuid PRIMARY KEY NOT NULL,
  "municipality_id" integer NOT NULL,
  "title" text NOT NULL,
  "status" text NOT NULL,
  "owner_id" uuid,
  "planned_on" date,
  "channels" text[] NOT NULL,
  "issue_id" uuid,
  "notes" text NOT NULL,
  "position" double precision NOT NULL,
  "version" integer NOT NULL,
  "created_at" timestamp with time zone NOT NULL,
  "updated_at" timestamp with time zone NOT NULL
);

CREATE TABLE "events" (
  "municipality_id" integer NOT NULL,
  "seq" bigint NOT NULL,
  "at" timestamp with time zone NOT NULL,
  "type" text NOT NULL,
  "data" json NOT NULL,
  CONSTRAINT "events_municipality_id_seq_pk" PRIMARY KEY("municipality_id","seq")
);

CREATE INDEX "audit_tenant" ON "audit" ("municipality_id","id");
CREATE UNIQUE INDEX "keys_secret" ON "keys" ("secret_hash");
CREATE INDEX "keys_tenant" ON "keys" ("municipality_id");
CREATE INDEX "sessions_user" ON "sessions" ("user_id");
CREATE INDEX "sessions_expiry" ON "sessions" ("expires_at");
CREATE UNIQUE INDEX "users_email" ON "users" (lower("email")) WHERE "revoked_at" is null;
CREATE INDEX "place_names_area" ON "place_names" ("municipality_id","area_code");
CREATE INDEX "inbox_message" ON "inbox" ("message_id");
CREATE INDEX "sealed_originals_expiry" ON "sealed_originals" ("expires_at");
CREATE INDEX "set_aside_tenant" ON "set_aside" ("municipality_id","id");
CREATE INDEX "set_aside_message" ON "set_aside" ("message_id");
CREATE INDEX "issue_log_issue" ON "issue_log" ("issue_id","at");
CREATE INDEX "issue_states_tenant" ON "issue_states" ("municipality_id","opened_at");
CREATE INDEX "issues_opened" ON "issues" ("municipality_id","opened_at","id");
CREATE INDEX "issues_last" ON "issues" ("municipality_id","last_at");
CREATE INDEX "corrections_message" ON "corrections" ("message_id");
CREATE INDEX "messages_id" ON "messages" ("id");
CREATE INDEX "messages_created" ON "messages" ("municipality_id","created_at","id");
CREATE INDEX "messages_issue" ON "messages" ("issue_id","created_at");
CREATE INDEX "messages_search" ON "messages" USING gin ("search") WITH (fastupdate = on);
CREATE UNIQUE INDEX "sources_name" ON "sources" ("municipality_id","name");
CREATE UNIQUE INDEX "municipalities_code" ON "municipalities" ("code") WHERE "replay_of" is null;
CREATE INDEX "alerts_number" ON "alerts" ("municipality_id","number");
CREATE UNIQUE INDEX "alerts_open" ON "alerts" ("issue_id") WHERE "status" <> 'closed';
CREATE INDEX "commands_waiting" ON "commands" ("municipality_id","id") WHERE "done_at" is null;
CREATE INDEX "content_items_tenant" ON "content_items" ("municipality_id","position");

-- Rows that are written over and over keep room beside them, so that an update touches no index.
ALTER TABLE "municipality_counters" SET (fillfactor = 20);
ALTER TABLE "hourly_counts" SET (fillfactor = 70);
ALTER TABLE "issues" SET (fillfactor = 60);
ALTER TABLE "issue_states" SET (fillfactor = 60);
ALTER TABLE "sources" SET (fillfactor = 50);
