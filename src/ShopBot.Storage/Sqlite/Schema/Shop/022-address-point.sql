-- Where the address of an order is on the map, for customers who sent a place.
ALTER TABLE "shop_order" ADD COLUMN "Latitude" REAL NULL;
ALTER TABLE "shop_order" ADD COLUMN "Longitude" REAL NULL;
