-- Room in a pickup window that is kept for a customer while they decide. It is counted in pickup_slot.
CREATE TABLE "pickup_hold" (
  "ShopId" TEXT NOT NULL,
  "CustomerId" TEXT NOT NULL,
  "Area" TEXT NOT NULL,
  "Day" TEXT NOT NULL,
  "Start" TEXT NOT NULL,
  "Bags" INTEGER NOT NULL,
  "Until" INTEGER NOT NULL,
  CONSTRAINT "PK_pickup_hold" PRIMARY KEY ("ShopId", "CustomerId")
);

CREATE INDEX "IX_pickup_hold_ShopId_Area_Day_Start" ON "pickup_hold" ("ShopId", "Area", "Day", "Start");
