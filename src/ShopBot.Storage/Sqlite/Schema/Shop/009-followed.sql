-- When, by the platform's clock, somebody followed last and when they opened a window: an older report that they left changes nothing.
ALTER TABLE "customer_contact" ADD COLUMN "FollowedAt" INTEGER NULL;
ALTER TABLE reply_window ADD COLUMN opened_at INTEGER NOT NULL DEFAULT 0;
