-- What first brought a customer, on their first order; null on later ones and where nobody knows.
ALTER TABLE "shop_order" ADD COLUMN "Source" TEXT NULL;
