ALTER TABLE "webhooks" ADD COLUMN "cloud_event_source" text;
