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

CREATE TABLE "crises" (
  "id" uuid PRIMARY KEY NOT NULL,
  "municipality_id" integer NOT NULL,
  "reason" text NOT NULL,
  "started_by" text NOT NULL,
  "started_at" timestamp with time zone NOT NULL,
  "ended_by" text,
  "ended_at" timestamp with time zone,
  "frozen" boolean NOT NULL,
  "link_version" integer DEFAULT 0 NOT NULL,
  "link_until" timestamp with time zone
);

CREATE UNIQUE INDEX "crises_present" ON "crises" ("municipality_id") WHERE "ended_at" is null;

CREATE TABLE "held_items" (
  "municipality_id" integer NOT NULL,
  "crisis_id" uuid NOT NULL,
  "item_id" uuid NOT NULL,
  "held_at" timestamp with time zone NOT NULL,
  "released_by" text,
  "released_at" timestamp with time zone,
  CONSTRAINT "held_items_crisis_id_item_id_pk" PRIMARY KEY("crisis_id","item_id")
);

CREATE INDEX "held_items_waiting" ON "held_items" ("municipality_id","item_id") WHERE "released_at" is null;
