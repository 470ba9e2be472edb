-- Windows are measured in quarters of a bag, may be limited in stops as well, and can be closed one by one.
ALTER TABLE "pickup_slot" ADD COLUMN "Stops" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "pickup_slot" ADD COLUMN "ClosedAt" INTEGER NULL;
ALTER TABLE "pickup_slot" ADD COLUMN "ClosedBy" TEXT NULL;

ALTER TABLE "shop_order" RENAME COLUMN "PickupBags" TO "PickupRoom";

UPDATE "pickup_hold" SET "Bags" = "Bags" * 4;
UPDATE "shop_order" SET "PickupRoom" = 4 * IFNULL((SELECT SUM("Quantity") FROM "order_line" WHERE "OrderId" = "shop_order"."Id"), 1) WHERE "Handover" = 'Collection';
UPDATE "pickup_slot" SET "Booked" = "Booked" * 4, "Stops" =
  (SELECT COUNT(*) FROM "shop_order" o WHERE o."ShopId" = "pickup_slot"."ShopId" AND o."PickupArea" = "pickup_slot"."Area" AND o."PickupDay" = "pickup_slot"."Day"
    AND o."PickupStart" = "pickup_slot"."Start" AND o."State" <> 'Cancelled')
  + (SELECT COUNT(*) FROM "pickup_hold" h WHERE h."ShopId" = "pickup_slot"."ShopId" AND h."Area" = "pickup_slot"."Area" AND h."Day" = "pickup_slot"."Day" AND h."Start" = "pickup_slot"."Start");
