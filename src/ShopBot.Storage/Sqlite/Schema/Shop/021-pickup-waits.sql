-- Orders without a window that wait for one. Days and times are ISO texts on the shop's clock.
CREATE TABLE "pickup_wait" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_pickup_wait" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "OrderId" TEXT NOT NULL,
  "Area" TEXT NOT NULL,
  "Day" TEXT NULL,
  "Starts" TEXT NOT NULL,
  "Room" INTEGER NOT NULL,
  "AskedAt" INTEGER NOT NULL,
  "State" TEXT NOT NULL,
  "OfferDay" TEXT NULL,
  "OfferStart" TEXT NULL,
  "OfferEnd" TEXT NULL,
  "OfferUntil" INTEGER NULL,
  CONSTRAINT "FK_pickup_wait_shop_order_OrderId" FOREIGN KEY ("OrderId") REFERENCES "shop_order" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_pickup_wait_OrderId" ON "pickup_wait" ("OrderId");

CREATE INDEX "IX_pickup_wait_ShopId_Area_State_AskedAt" ON "pickup_wait" ("ShopId", "Area", "State", "AskedAt");
