-- How clean laundry comes back, and who took it. Days and times are ISO texts on the shop's clock.
CREATE TABLE "order_return" (
  "OrderId" TEXT NOT NULL CONSTRAINT "PK_order_return" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "State" TEXT NOT NULL,
  "Area" TEXT NULL,
  "Day" TEXT NULL,
  "Start" TEXT NULL,
  "End" TEXT NULL,
  "Room" INTEGER NOT NULL,
  "Moves" INTEGER NOT NULL,
  "Misses" INTEGER NOT NULL,
  "Reminders" INTEGER NOT NULL,
  "Leave" TEXT NULL,
  "LeaveWith" TEXT NULL,
  "Pieces" INTEGER NULL,
  "Courier" TEXT NULL,
  "LastHandover" TEXT NULL,
  CONSTRAINT "FK_order_return_shop_order_OrderId" FOREIGN KEY ("OrderId") REFERENCES "shop_order" ("Id") ON DELETE CASCADE
);
CREATE INDEX "IX_order_return_ShopId_Day" ON "order_return" ("ShopId", "Day");

CREATE TABLE "return_handover" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_return_handover" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "OrderId" TEXT NOT NULL,
  "To" TEXT NOT NULL,
  "Where" TEXT NULL,
  "Code" TEXT NULL,
  "Pieces" INTEGER NULL,
  "IsPart" INTEGER NOT NULL,
  "At" INTEGER NOT NULL,
  "By" TEXT NOT NULL,
  CONSTRAINT "FK_return_handover_order_return_OrderId" FOREIGN KEY ("OrderId") REFERENCES "order_return" ("OrderId") ON DELETE CASCADE
);
CREATE INDEX "IX_return_handover_OrderId" ON "return_handover" ("OrderId");
