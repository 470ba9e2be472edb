-- Every time an order was moved to another pickup window, and how often its customer did.
CREATE TABLE "pickup_move" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_pickup_move" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "OrderId" TEXT NOT NULL,
  "FromDay" TEXT NULL,
  "FromStart" TEXT NULL,
  "FromEnd" TEXT NULL,
  "ToDay" TEXT NOT NULL,
  "ToStart" TEXT NOT NULL,
  "ToEnd" TEXT NOT NULL,
  "At" INTEGER NOT NULL,
  "By" TEXT NOT NULL,
  "Reason" TEXT NULL,
  CONSTRAINT "FK_pickup_move_shop_order_OrderId" FOREIGN KEY ("OrderId") REFERENCES "shop_order" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_pickup_move_OrderId" ON "pickup_move" ("OrderId");

ALTER TABLE "shop_order" ADD COLUMN "PickupMoves" INTEGER NOT NULL DEFAULT 0;
