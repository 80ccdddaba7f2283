CREATE TABLE "rules" (
  "id" uuid PRIMARY KEY NOT NULL,
  "municipality_id" integer NOT NULL,
  "version" integer NOT NULL,
  "live_version" integer,
  "created_at" timestamp with time zone NOT NULL,
  "changed_at" timestamp with time zone NOT NULL,
  "removed_at" timestamp with time zone
);

CREATE TABLE "rule_versions" (
  "rule_id" uuid NOT NULL,
  "version" integer NOT NULL,
  "municipality_id" integer NOT NULL,
  "definition" json NOT NULL,
  "at" timestamp with time zone NOT NULL,
  "by" text,
  "backtest" json,
  "tested_at" timestamp with time zone,
  CONSTRAINT "rule_versions_rule_id_version_pk" PRIMARY KEY("rule_id","version")
);

ALTER TABLE "alerts" ADD COLUMN "rule_id" uuid;
ALTER TABLE "alerts" ADD COLUMN "rule_version" integer;
ALTER TABLE "alerts" ADD COLUMN "told_by" uuid[] DEFAULT '{}' NOT NULL;
ALTER TABLE "issues" ADD COLUMN "risen_at" timestamp with time zone;
ALTER TABLE "issues" ADD COLUMN "below_since" timestamp with time zone;

CREATE INDEX "rules_tenant" ON "rules" ("municipality_id","created_at");
CREATE INDEX "alerts_issue" ON "alerts" ("issue_id");

-- What stands above calm when this arrives is in an episode already.
UPDATE "issues" SET "risen_at" = "level_since" WHERE "level" <> 'calm';
