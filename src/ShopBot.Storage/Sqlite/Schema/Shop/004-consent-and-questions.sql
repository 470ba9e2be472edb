-- Who wants no offers, and what customers asked that nobody has written an answer for.

ALTER TABLE "customer" ADD COLUMN "OffersDeclinedAt" INTEGER NULL;

CREATE TABLE "unanswered_question" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_unanswered_question" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "Key" TEXT NOT NULL,
  "Said" TEXT NOT NULL,
  "Times" INTEGER NOT NULL,
  "FirstAt" INTEGER NOT NULL,
  "LastAt" INTEGER NOT NULL
);
CREATE UNIQUE INDEX "IX_unanswered_question_ShopId_Key" ON "unanswered_question" ("ShopId", "Key");
