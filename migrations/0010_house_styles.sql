CREATE TABLE "house_styles" (
  "municipality_id" integer PRIMARY KEY NOT NULL,
  "style" json NOT NULL,
  "changed_at" timestamp with time zone NOT NULL
);
