-- The finished schema, written by packages/store/src/dump-schema.ts. Do not edit: write a migration.

create table alerts (
  "id" uuid not null,
  "municipality_id" integer not null,
  "number" bigint generated always as identity not null,
  "issue_id" uuid,
  "status" text not null,
  "level" text not null,
  "title" text not null,
  "area_codes" text[] not null,
  "observed" double precision not null,
  "expected" double precision not null,
  "window_hours" double precision not null,
  "sentence" text not null,
  "examples" uuid[] not null,
  "rule" text not null,
  "conditions" json not null,
  "raised_at" timestamp with time zone not null,
  "acknowledged_at" timestamp with time zone,
  "acknowledged_by" text,
  "closed_at" timestamp with time zone,
  "noise" boolean,
  "rule_id" uuid,
  "rule_version" integer,
  "told_by" uuid[] default '{}'::uuid[] not null,
  constraint alerts_pkey PRIMARY KEY (id)
);
CREATE INDEX alerts_issue ON public.alerts USING btree (issue_id);
CREATE INDEX alerts_number ON public.alerts USING btree (municipality_id, number);
CREATE UNIQUE INDEX alerts_open ON public.alerts USING btree (issue_id) WHERE (status <> 'closed'::text);

create table areas (
  "municipality_id" integer not null,
  "code" text not null,
  "level" text not null,
  "name" text not null,
  "parent_code" text,
  "inhabitants" integer,
  "geometry" json,
  constraint areas_municipality_id_code_pk PRIMARY KEY (municipality_id, code)
);

create table audit (
  "id" bigint generated always as identity not null,
  "municipality_id" integer,
  "at" timestamp with time zone not null,
  "by" text not null,
  "action" text not null,
  "subject" text not null,
  "detail" text,
  constraint audit_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_tenant ON public.audit USING btree (municipality_id, id);

create table commands (
  "id" bigint generated always as identity not null,
  "municipality_id" integer not null,
  "body" json not null,
  "at" timestamp with time zone not null,
  "done_at" timestamp with time zone,
  "error" text,
  constraint commands_pkey PRIMARY KEY (id)
);
CREATE INDEX commands_waiting ON public.commands USING btree (municipality_id, id) WHERE (done_at IS NULL);

create table connections (
  "source_id" uuid not null,
  "municipality_id" integer not null,
  "settings" json not null,
  "sealed_secrets" bytea,
  "cursor" json,
  "backfill" json,
  "failures" integer default 0 not null,
  "rejected" integer default 0 not null,
  "next_at" timestamp with time zone not null,
  "caught_up_at" timestamp with time zone,
  "lease_by" uuid,
  "lease_until" timestamp with time zone,
  constraint connections_pkey PRIMARY KEY (source_id)
);
CREATE INDEX connections_due ON public.connections USING btree (next_at);

create table content_items (
  "id" uuid not null,
  "municipality_id" integer not null,
  "title" text not null,
  "status" text not null,
  "owner_id" uuid,
  "planned_on" date,
  "channels" text[] not null,
  "issue_id" uuid,
  "notes" text not null,
  "position" double precision not null,
  "version" integer not null,
  "created_at" timestamp with time zone not null,
  "updated_at" timestamp with time zone not null,
  constraint content_items_pkey PRIMARY KEY (id)
);
CREATE INDEX content_items_tenant ON public.content_items USING btree (municipality_id, "position");

create table corrections (
  "id" bigint generated always as identity not null,
  "municipality_id" integer not null,
  "message_id" uuid not null,
  "correction" jsonb not null,
  "by" text,
  "at" timestamp with time zone not null,
  constraint corrections_pkey PRIMARY KEY (id)
);
CREATE INDEX corrections_message ON public.corrections USING btree (message_id);

create table crises (
  "id" uuid not null,
  "municipality_id" integer not null,
  "reason" text not null,
  "started_by" text not null,
  "started_at" timestamp with time zone not null,
  "ended_by" text,
  "ended_at" timestamp with time zone,
  "frozen" boolean not null,
  "link_version" integer default 0 not null,
  "link_until" timestamp with time zone,
  constraint crises_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX crises_present ON public.crises USING btree (municipality_id) WHERE (ended_at IS NULL);

create table deliveries (
  "id" uuid not null,
  "municipality_id" integer not null,
  "alert_id" uuid not null,
  "rule_id" uuid,
  "channel" text not null,
  "target" uuid not null,
  "kind" text not null,
  "group_key" text not null,
  "group_minutes" integer not null,
  "quiet" json,
  "repeat_minutes" integer not null,
  "status" text not null,
  "attempts" integer default 0 not null,
  "created_at" timestamp with time zone not null,
  "due_at" timestamp with time zone not null,
  "claimed_until" timestamp with time zone,
  "sent_at" timestamp with time zone,
  "thread" text,
  "error" text,
  constraint deliveries_pkey PRIMARY KEY (id)
);
CREATE INDEX deliveries_alert ON public.deliveries USING btree (alert_id);
CREATE INDEX deliveries_due ON public.deliveries USING btree (due_at) WHERE (status = 'waiting'::text);
CREATE INDEX deliveries_tenant ON public.deliveries USING btree (municipality_id, created_at);

create table digests (
  "municipality_id" integer not null,
  "user_id" uuid not null,
  "at" timestamp with time zone not null,
  "said" json not null,
  constraint digests_municipality_id_user_id_pk PRIMARY KEY (municipality_id, user_id)
);

create table events (
  "municipality_id" integer not null,
  "seq" bigint not null,
  "at" timestamp with time zone not null,
  "type" text not null,
  "data" json not null,
  constraint events_municipality_id_seq_pk PRIMARY KEY (municipality_id, seq)
);

create table handover_log (
  "id" bigint generated always as identity not null,
  "municipality_id" integer not null,
  "handover_id" uuid not null,
  "at" timestamp with time zone not null,
  "type" text not null,
  "by" text,
  "status" text not null,
  "text" text not null,
  constraint handover_log_pkey PRIMARY KEY (id)
);
CREATE INDEX handover_log_handover ON public.handover_log USING btree (handover_id, id);

create table handovers (
  "id" uuid not null,
  "municipality_id" integer not null,
  "kind" text not null,
  "status" text not null,
  "message_id" uuid,
  "issue_id" uuid,
  "receiver_kind" text not null,
  "receiver_code" text,
  "receiver_name" text not null,
  "mail" text,
  "note" text not null,
  "external_id" text,
  "due_at" timestamp with time zone not null,
  "reacted_at" timestamp with time zone,
  "closed_at" timestamp with time zone,
  "link_version" integer default 0 not null,
  "link_until" timestamp with time zone,
  "version" integer not null,
  "by" text,
  "created_at" timestamp with time zone not null,
  "erased_at" timestamp with time zone,
  constraint handovers_pkey PRIMARY KEY (id)
);
CREATE INDEX handovers_issue ON public.handovers USING btree (issue_id);
CREATE INDEX handovers_message ON public.handovers USING btree (message_id);
CREATE INDEX handovers_tenant ON public.handovers USING btree (municipality_id, due_at);

create table held_items (
  "municipality_id" integer not null,
  "crisis_id" uuid not null,
  "item_id" uuid not null,
  "held_at" timestamp with time zone not null,
  "released_by" text,
  "released_at" timestamp with time zone,
  constraint held_items_crisis_id_item_id_pk PRIMARY KEY (crisis_id, item_id)
);
CREATE INDEX held_items_waiting ON public.held_items USING btree (municipality_id, item_id) WHERE (released_at IS NULL);

create table hourly_counts (
  "municipality_id" integer not null,
  "hour_at" timestamp with time zone not null,
  "area_code" text not null,
  "category" text not null,
  "negative" integer not null,
  "neutral" integer not null,
  "positive" integer not null,
  constraint hourly_counts_municipality_id_hour_at_area_code_category_pk PRIMARY KEY (municipality_id, hour_at, area_code, category)
) with (fillfactor=70);

create table house_styles (
  "municipality_id" integer not null,
  "style" json not null,
  "changed_at" timestamp with time zone not null,
  constraint house_styles_pkey PRIMARY KEY (municipality_id)
);

create table import_chunks (
  "import_id" uuid not null,
  "position" integer not null,
  "municipality_id" integer not null,
  "sealed" bytea not null,
  constraint import_chunks_import_id_position_pk PRIMARY KEY (import_id, "position")
);

create table import_refusals (
  "import_id" uuid not null,
  "line" integer not null,
  "municipality_id" integer not null,
  "sealed" bytea not null,
  constraint import_refusals_import_id_line_pk PRIMARY KEY (import_id, line)
);

create table imports (
  "id" uuid not null,
  "municipality_id" integer not null,
  "source_id" uuid not null,
  "file_name" text not null,
  "size_bytes" bigint default 0 not null,
  "status" text not null,
  "columns" json,
  "mapping" json,
  "line" integer default 0 not null,
  "share" double precision default 0 not null,
  "accepted" integer default 0 not null,
  "updated" integer default 0 not null,
  "duplicates" integer default 0 not null,
  "rejected" integer default 0 not null,
  "error" text,
  "created_by" text not null,
  "created_at" timestamp with time zone not null,
  "finished_at" timestamp with time zone,
  "lease_by" uuid,
  "lease_until" timestamp with time zone,
  constraint imports_pkey PRIMARY KEY (id)
);
CREATE INDEX imports_tenant ON public.imports USING btree (municipality_id, created_at);

create table inbox (
  "municipality_id" integer not null,
  "seq" bigint not null,
  "message_id" uuid not null,
  "source_id" uuid not null,
  "revision" integer not null,
  "attempts" smallint default 0 not null,
  "received_at" timestamp with time zone not null,
  "payload" json not null,
  constraint inbox_municipality_id_seq_pk PRIMARY KEY (municipality_id, seq)
);
CREATE INDEX inbox_message ON public.inbox USING btree (message_id);

create table invites (
  "token_hash" bytea not null,
  "municipality_id" integer,
  "user_id" uuid not null,
  "created_at" timestamp with time zone not null,
  "expires_at" timestamp with time zone not null,
  "used_at" timestamp with time zone,
  constraint invites_pkey PRIMARY KEY (token_hash)
);

create table issue_log (
  "id" bigint generated always as identity not null,
  "municipality_id" integer not null,
  "issue_id" uuid not null,
  "at" timestamp with time zone not null,
  "type" text not null,
  "by" text,
  "text" text not null,
  "regrouping" bigint,
  constraint issue_log_pkey PRIMARY KEY (id)
);
CREATE INDEX issue_log_issue ON public.issue_log USING btree (issue_id, at);

create table issue_states (
  "issue_id" uuid not null,
  "municipality_id" integer not null,
  "opened_at" timestamp with time zone not null,
  "state" json not null,
  constraint issue_states_pkey PRIMARY KEY (issue_id)
) with (fillfactor=60);
CREATE INDEX issue_states_tenant ON public.issue_states USING btree (municipality_id, opened_at);

create table issue_voices (
  "municipality_id" integer not null,
  "issue_id" uuid not null,
  "voice" text not null,
  "messages" integer not null,
  constraint issue_voices_issue_id_voice_pk PRIMARY KEY (issue_id, voice)
);

create table issues (
  "id" uuid not null,
  "municipality_id" integer not null,
  "title" text not null,
  "title_by_person" boolean default false not null,
  "status" text default 'open'::text not null,
  "level" text default 'calm'::text not null,
  "level_since" timestamp with time zone not null,
  "heat" double precision default 0 not null,
  "why" text,
  "times_normal" double precision,
  "category_main" text not null,
  "category_sub" text not null,
  "keywords" text[] not null,
  "messages" integer not null,
  "voices" integer not null,
  "negative" integer not null,
  "neutral" integer not null,
  "positive" integer not null,
  "open_meldingen" integer not null,
  "channel_counts" json not null,
  "area_counts" json not null,
  "first_at" timestamp with time zone not null,
  "last_at" timestamp with time zone not null,
  "opened_at" timestamp with time zone not null,
  "assignee_id" uuid,
  "muted_until" timestamp with time zone,
  "muted_escalates" boolean default false not null,
  "mute_reason" text,
  "line" json not null,
  "line_ends_at" timestamp with time zone not null,
  "merged_into" uuid,
  "retired_at" timestamp with time zone,
  "risen_at" timestamp with time zone,
  "below_since" timestamp with time zone,
  "muted_voices" integer,
  constraint issues_pkey PRIMARY KEY (id)
) with (fillfactor=60);
CREATE INDEX issues_last ON public.issues USING btree (municipality_id, last_at);
CREATE INDEX issues_opened ON public.issues USING btree (municipality_id, opened_at, id);

create table keys (
  "id" uuid not null,
  "municipality_id" integer not null,
  "name" text not null,
  "role" text,
  "source_id" uuid,
  "secret_hash" bytea not null,
  "created_at" timestamp with time zone not null,
  "last_used_at" timestamp with time zone,
  "revoked_at" timestamp with time zone,
  constraint keys_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX keys_secret ON public.keys USING btree (secret_hash);
CREATE INDEX keys_tenant ON public.keys USING btree (municipality_id);

create table message_keys (
  "municipality_id" integer not null,
  "source_id" uuid not null,
  "external_key" bytea not null,
  "message_id" uuid not null,
  "revision" integer not null,
  "content_hash" bytea not null,
  "source_updated_at" timestamp with time zone,
  "received_at" timestamp with time zone not null,
  "erased_at" timestamp with time zone,
  constraint message_keys_source_id_external_key_pk PRIMARY KEY (source_id, external_key)
);

create table messages (
  "municipality_id" integer not null,
  "received_at" timestamp with time zone not null,
  "id" uuid not null,
  "revision" integer not null,
  "source_id" uuid not null,
  "external_id" text,
  "kind" text not null,
  "channel" text not null,
  "text" text not null,
  "language" text,
  "created_at" timestamp with time zone not null,
  "closed_at" timestamp with time zone,
  "lat" double precision,
  "lon" double precision,
  "address" text,
  "given_area_code" text,
  "given_main" text,
  "given_sub" text,
  "voice" text,
  "counts_as_voice" boolean not null,
  "reach" integer,
  "issue_id" uuid not null,
  "area_code" text,
  "category_main" text not null,
  "category_sub" text not null,
  "mood" text not null,
  "has_question" boolean not null,
  "reading" jsonb not null,
  "correction" jsonb,
  "erased_at" timestamp with time zone,
  "search" tsvector generated always as (to_tsvector('dutch'::regconfig, text)) stored,
  constraint messages_municipality_id_received_at_id_pk PRIMARY KEY (municipality_id, received_at, id)
);
CREATE INDEX messages_created ON public.messages USING btree (municipality_id, created_at, id);
CREATE INDEX messages_id ON public.messages USING btree (id);
CREATE INDEX messages_issue ON public.messages USING btree (issue_id, created_at);
CREATE INDEX messages_melding ON public.messages USING btree (municipality_id, external_id) WHERE ((kind = 'melding'::text) AND (external_id IS NOT NULL));
CREATE INDEX messages_search ON public.messages USING gin (search) WITH (fastupdate='on');
CREATE INDEX messages_special ON public.messages USING btree (municipality_id, received_at) WHERE (((reading -> 'special'::text) IS NOT NULL) AND (erased_at IS NULL));
CREATE INDEX messages_voice ON public.messages USING btree (municipality_id, voice) WHERE ((voice IS NOT NULL) AND (kind = ANY (ARRAY['post'::text, 'comment'::text, 'mail'::text])));

create table migrations (
  "name" text not null,
  "checksum" text not null,
  "applied_at" timestamp with time zone default now() not null,
  constraint migrations_pkey PRIMARY KEY (name)
);

create table municipalities (
  "id" integer generated always as identity not null,
  "code" text not null,
  "name" text not null,
  "demo" boolean default false not null,
  "replay_of" integer,
  "created_at" timestamp with time zone not null,
  constraint municipalities_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX municipalities_code ON public.municipalities USING btree (code) WHERE (replay_of IS NULL);

create table municipality_counters (
  "municipality_id" integer not null,
  "inbox_seq" bigint default 0 not null,
  "stream_seq" bigint default 0 not null,
  "last_received_at" timestamp with time zone,
  "owner_epoch" bigint default 0 not null,
  "pruned_seq" bigint default 0 not null,
  "waiting" integer default 0 not null,
  "areas_version" integer default 0 not null,
  constraint municipality_counters_pkey PRIMARY KEY (municipality_id)
) with (fillfactor=20);

create table place_names (
  "municipality_id" integer not null,
  "name" text not null,
  "kind" text not null,
  "area_code" text not null,
  "lat" double precision,
  "lon" double precision,
  constraint place_names_municipality_id_name_kind_area_code_pk PRIMARY KEY (municipality_id, name, kind, area_code)
);
CREATE INDEX place_names_area ON public.place_names USING btree (municipality_id, area_code);

create table public_reports (
  "id" uuid not null,
  "number" bigint generated always as identity not null,
  "municipality_id" integer not null,
  "message_id" uuid not null,
  "reported_at" timestamp with time zone not null,
  constraint public_reports_pkey PRIMARY KEY (id)
);
CREATE INDEX public_reports_tenant ON public.public_reports USING btree (municipality_id, reported_at);

create table regroupings (
  "id" bigint generated always as identity not null,
  "municipality_id" integer not null,
  "type" text not null,
  "kept" uuid not null,
  "other" uuid not null,
  "at" timestamp with time zone not null,
  "by" text,
  "messages" uuid[] not null,
  "alerts" uuid[] not null,
  "items" uuid[] not null,
  "handovers" uuid[] not null,
  "was_open" boolean not null,
  "were_apart" boolean not null,
  "undone_at" timestamp with time zone,
  "undone_by" text,
  constraint regroupings_pkey PRIMARY KEY (id)
);
CREATE INDEX regroupings_kept ON public.regroupings USING btree (kept) WHERE (undone_at IS NULL);
CREATE INDEX regroupings_other ON public.regroupings USING btree (other) WHERE (undone_at IS NULL);

create table replays (
  "municipality_id" integer not null,
  "original_id" integer not null,
  "label" text not null,
  "speed" double precision not null,
  "from_at" timestamp with time zone not null,
  "to_at" timestamp with time zone not null,
  "now_at" timestamp with time zone not null,
  "status" text not null,
  "created_at" timestamp with time zone not null,
  constraint replays_pkey PRIMARY KEY (municipality_id)
);

create table rule_versions (
  "rule_id" uuid not null,
  "version" integer not null,
  "municipality_id" integer not null,
  "definition" json not null,
  "at" timestamp with time zone not null,
  "by" text,
  "backtest" json,
  "tested_at" timestamp with time zone,
  constraint rule_versions_rule_id_version_pk PRIMARY KEY (rule_id, version)
);

create table rules (
  "id" uuid not null,
  "municipality_id" integer not null,
  "version" integer not null,
  "live_version" integer,
  "created_at" timestamp with time zone not null,
  "changed_at" timestamp with time zone not null,
  "removed_at" timestamp with time zone,
  "default_key" text,
  constraint rules_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX rules_default ON public.rules USING btree (municipality_id, default_key);
CREATE INDEX rules_tenant ON public.rules USING btree (municipality_id, created_at);

create table saved_views (
  "id" uuid not null,
  "municipality_id" integer not null,
  "owner_id" uuid not null,
  "name" text not null,
  "address" text not null,
  "shared" boolean not null,
  "created_at" timestamp with time zone not null,
  constraint saved_views_pkey PRIMARY KEY (id)
);
CREATE INDEX saved_views_tenant ON public.saved_views USING btree (municipality_id, owner_id);

create table screens (
  "id" uuid not null,
  "municipality_id" integer not null,
  "name" text not null,
  "settings" json not null,
  "secret_hash" bytea not null,
  "created_at" timestamp with time zone not null,
  "last_seen_at" timestamp with time zone,
  "revoked_at" timestamp with time zone,
  constraint screens_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX screens_secret ON public.screens USING btree (secret_hash);
CREATE INDEX screens_tenant ON public.screens USING btree (municipality_id);

create table sealed_originals (
  "message_id" uuid not null,
  "municipality_id" integer not null,
  "sealed" bytea not null,
  "expires_at" timestamp with time zone not null,
  constraint sealed_originals_pkey PRIMARY KEY (message_id)
);
CREATE INDEX sealed_originals_expiry ON public.sealed_originals USING btree (expires_at);

create table sessions (
  "id_hash" bytea not null,
  "municipality_id" integer,
  "user_id" uuid,
  "data" json not null,
  "expires_at" timestamp with time zone not null,
  constraint sessions_pkey PRIMARY KEY (id_hash)
);
CREATE INDEX sessions_expiry ON public.sessions USING btree (expires_at);
CREATE INDEX sessions_user ON public.sessions USING btree (user_id);

create table set_aside (
  "id" bigint generated always as identity not null,
  "municipality_id" integer not null,
  "message_id" uuid not null,
  "source_id" uuid not null,
  "revision" integer not null,
  "attempts" smallint not null,
  "received_at" timestamp with time zone not null,
  "payload" json not null,
  "error" text not null,
  "at" timestamp with time zone not null,
  constraint set_aside_pkey PRIMARY KEY (id)
);
CREATE INDEX set_aside_message ON public.set_aside USING btree (message_id);
CREATE INDEX set_aside_tenant ON public.set_aside USING btree (municipality_id, id);

create table signals (
  "id" uuid not null,
  "municipality_id" integer not null,
  "kind" text not null,
  "key" text not null,
  "signal" json not null,
  "places" text[] not null,
  "opened_at" timestamp with time zone not null,
  "seen_at" timestamp with time zone not null,
  "closed_at" timestamp with time zone,
  constraint signals_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX signals_open ON public.signals USING btree (municipality_id, kind, key) WHERE (closed_at IS NULL);
CREATE INDEX signals_tenant ON public.signals USING btree (municipality_id, opened_at, id);

create table source_hours (
  "source_id" uuid not null,
  "hour_at" timestamp with time zone not null,
  "messages" integer not null,
  constraint source_hours_source_id_hour_at_pk PRIMARY KEY (source_id, hour_at)
) with (fillfactor=50);

create table sources (
  "id" uuid not null,
  "municipality_id" integer not null,
  "name" text not null,
  "kind" text not null,
  "channel" text not null,
  "retention_days" integer not null,
  "purpose" json,
  "category_map" json not null,
  "messages" integer default 0 not null,
  "last_success_at" timestamp with time zone,
  "last_error_at" timestamp with time zone,
  "last_error" text,
  "created_at" timestamp with time zone not null,
  "paused_at" timestamp with time zone,
  "last_message_at" timestamp with time zone,
  constraint sources_pkey PRIMARY KEY (id)
) with (fillfactor=50);
CREATE UNIQUE INDEX sources_name ON public.sources USING btree (municipality_id, name);

create table users (
  "id" uuid not null,
  "municipality_id" integer,
  "email" text not null,
  "name" text not null,
  "role" text not null,
  "created_at" timestamp with time zone not null,
  "revoked_at" timestamp with time zone,
  constraint users_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX users_email ON public.users USING btree (lower(email)) WHERE (revoked_at IS NULL);

create table webhooks (
  "id" uuid not null,
  "municipality_id" integer not null,
  "name" text not null,
  "url" text not null,
  "created_at" timestamp with time zone not null,
  "removed_at" timestamp with time zone,
  "cloud_event_source" text,
  constraint webhooks_pkey PRIMARY KEY (id)
);
CREATE INDEX webhooks_tenant ON public.webhooks USING btree (municipality_id);
