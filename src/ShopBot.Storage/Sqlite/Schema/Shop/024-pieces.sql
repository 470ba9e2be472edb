-- What customers said is in their bags.
CREATE TABLE "order_piece" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_order_piece" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "OrderId" TEXT NOT NULL,
  "Unit" TEXT NOT NULL,
  "Count" INTEGER NOT NULL,
  "PriceInMinor" INTEGER NOT NULL,
  "Position" INTEGER NOT NULL,
  "Name_Chinese" TEXT NOT NULL,
  "Name_English" TEXT NOT NULL,
  CONSTRAINT "FK_order_piece_shop_order_OrderId" FOREIGN KEY ("OrderId") REFERENCES "shop_order" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_order_piece_OrderId" ON "order_piece" ("OrderId");
