-- What was found at unpacking and what its customer decides about it. "Photos" are media ids with blanks between.
CREATE TABLE "finding" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_finding" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "OrderId" TEXT NOT NULL,
  "Letter" TEXT NOT NULL,
  "Kind" TEXT NOT NULL,
  "Reason" TEXT NULL,
  "Photos" TEXT NOT NULL,
  "TreatmentInMinor" INTEGER NULL,
  "UnwashedInMinor" INTEGER NOT NULL,
  "MayWash" INTEGER NOT NULL,
  "Otherwise" TEXT NOT NULL,
  "State" TEXT NOT NULL,
  "Answer" TEXT NULL,
  "AskedAt" INTEGER NOT NULL,
  "AskedBy" TEXT NOT NULL,
  "AnswerBy" INTEGER NOT NULL,
  "AnsweredAt" INTEGER NULL,
  "ChargeId" TEXT NULL,
  "Explanation_Chinese" TEXT NOT NULL,
  "Explanation_English" TEXT NOT NULL,
  "Name_Chinese" TEXT NOT NULL,
  "Name_English" TEXT NOT NULL,
  "Treatment_Chinese" TEXT NOT NULL,
  "Treatment_English" TEXT NOT NULL,
  CONSTRAINT "FK_finding_shop_order_OrderId" FOREIGN KEY ("OrderId") REFERENCES "shop_order" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_finding_OrderId" ON "finding" ("OrderId");

CREATE UNIQUE INDEX "IX_finding_ShopId_OrderId_Letter" ON "finding" ("ShopId", "OrderId", "Letter");
