-- How many bags are booked in a pickup window, and which window an order has. Days and times are ISO texts on the shop's clock.
CREATE TABLE "pickup_slot" (
  "ShopId" TEXT NOT NULL,
  "Area" TEXT NOT NULL,
  "Day" TEXT NOT NULL,
  "Start" TEXT NOT NULL,
  "Booked" INTEGER NOT NULL,
  CONSTRAINT "PK_pickup_slot" PRIMARY KEY ("ShopId", "Area", "Day", "Start"),
  CONSTRAINT "CK_pickup_slot_booked" CHECK ("Booked" >= 0)
);

ALTER TABLE "shop_order" ADD COLUMN "PickupArea" TEXT NULL;
ALTER TABLE "shop_order" ADD COLUMN "PickupDay" TEXT NULL;
ALTER TABLE "shop_order" ADD COLUMN "PickupStart" TEXT NULL;
ALTER TABLE "shop_order" ADD COLUMN "PickupEnd" TEXT NULL;
ALTER TABLE "shop_order" ADD COLUMN "PickupBags" INTEGER NOT NULL DEFAULT 0;
