-- Files of messages on their way in: the job, the sealed bytes until it is over, and the rows that were refused.
CREATE TABLE "imports" (
  "id" uuid PRIMARY KEY NOT NULL,
  "municipality_id" integer NOT NULL,
  "source_id" uuid NOT NULL,
  "file_name" text NOT NULL,
  "size_bytes" bigint DEFAULT 0 NOT NULL,
  "status" text NOT NULL,
  "columns" json,
  "mapping" json,
  "line" integer DEFAULT 0 NOT NULL,
  "share" double precision DEFAULT 0 NOT NULL,
  "accepted" integer DEFAULT 0 NOT NULL,
  "updated" integer DEFAULT 0 NOT NULL,
  "duplicates" integer DEFAULT 0 NOT NULL,
  "rejected" integer DEFAULT 0 NOT NULL,
  "error" text,
  "created_by" text NOT NULL,
  "created_at" timestamp with time zone NOT NULL,
  "finished_at" timestamp with time zone,
  "lease_by" uuid,
  "lease_until" timestamp with time zone
);
CREATE INDEX "imports_tenant" ON "imports" ("municipality_id","created_at");

CREATE TABLE "import_chunks" (
  "import_id" uuid NOT NULL,
  "position" integer NOT NULL,
  "municipality_id" integer NOT NULL,
  "sealed" "bytea" NOT NULL,
  CONSTRAINT "import_chunks_import_id_position_pk" PRIMARY KEY("import_id","position")
);

CREATE TABLE "import_refusals" (
  "import_id" uuid NOT NULL,
  "line" integer NOT NULL,
  "municipality_id" integer NOT NULL,
  "sealed" "bytea" NOT NULL,
  CONSTRAINT "import_refusals_import_id_line_pk" PRIMARY KEY("import_id","line")
);
