-- When the customer would like an order to be collected, brought or ready.
ALTER TABLE "shop_order" ADD COLUMN "WantedDay" TEXT NULL;
ALTER TABLE "shop_order" ADD COLUMN "WantedWindow" TEXT NULL;
