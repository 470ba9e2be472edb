-- What an order costs besides its lines, and how much of it is paid. Orders from before were paid whole or not at all.
CREATE TABLE "order_charge" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_order_charge" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "OrderId" TEXT NOT NULL,
  "Kind" TEXT NOT NULL,
  "AmountInMinor" INTEGER NOT NULL,
  "At" INTEGER NOT NULL,
  "By" TEXT NOT NULL,
  "Undoes" TEXT NULL,
  "Label_Chinese" TEXT NOT NULL,
  "Label_English" TEXT NOT NULL,
  CONSTRAINT "FK_order_charge_shop_order_OrderId" FOREIGN KEY ("OrderId") REFERENCES "shop_order" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_order_charge_OrderId" ON "order_charge" ("OrderId");

CREATE UNIQUE INDEX "IX_order_charge_Undoes" ON "order_charge" ("Undoes");

ALTER TABLE "shop_order" ADD COLUMN "PaidInMinor" INTEGER NOT NULL DEFAULT 0;
UPDATE "shop_order" SET "PaidInMinor" = "TotalInMinor" WHERE "PaidAt" IS NOT NULL;
