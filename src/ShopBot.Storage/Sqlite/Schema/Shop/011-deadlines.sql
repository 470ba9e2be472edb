-- What happens by itself, and when.
CREATE TABLE "deadline" (
  "ShopId" TEXT NOT NULL,
  "Kind" TEXT NOT NULL,
  "Subject" TEXT NOT NULL,
  "DueAt" INTEGER NOT NULL,
  CONSTRAINT "PK_deadline" PRIMARY KEY ("ShopId", "Kind", "Subject")
);
CREATE INDEX "IX_deadline_ShopId_DueAt" ON "deadline" ("ShopId", "DueAt");
