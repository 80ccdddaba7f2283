-- Each merge and split, with what is needed to undo it.
CREATE TABLE "regroupings" (
  "id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  "municipality_id" integer NOT NULL,
  "type" text NOT NULL,
  "kept" uuid NOT NULL,
  "other" uuid NOT NULL,
  "at" timestamp with time zone NOT NULL,
  "by" text,
  "messages" uuid[] NOT NULL,
  "alerts" uuid[] NOT NULL,
  "items" uuid[] NOT NULL,
  "handovers" uuid[] NOT NULL,
  "was_open" boolean NOT NULL,
  "were_apart" boolean NOT NULL,
  "undone_at" timestamp with time zone,
  "undone_by" text
);
CREATE INDEX "regroupings_kept" ON "regroupings" ("kept") WHERE "undone_at" IS NULL;
CREATE INDEX "regroupings_other" ON "regroupings" ("other") WHERE "undone_at" IS NULL;
ALTER TABLE "issue_log" ADD COLUMN "regrouping" bigint;

-- The default rule that a rule began as: a municipality gets each one once.
ALTER TABLE "rules" ADD COLUMN "default_key" text;
UPDATE "rules" r SET "default_key" = k.key
FROM "rule_versions" v, (VALUES
  ('Meer dan normaal', 'above-normal'), ('Loopt snel op', 'rising-fast'), ('Crisis in wording', 'crisis'),
  ('Gevaar in weinig woorden', 'danger-words'), ('Gerucht gaat rond', 'rumour-words')) AS k(name, key)
WHERE v."rule_id" = r."id" AND v."version" = 1 AND v."by" IS NULL AND v."definition" ->> 'name' = k.name;
CREATE UNIQUE INDEX "rules_default" ON "rules" ("municipality_id", "default_key");

-- Voices of the day when an issue was muted until it gets worse: twice as many wake it.
ALTER TABLE "issues" ADD COLUMN "muted_voices" integer;
