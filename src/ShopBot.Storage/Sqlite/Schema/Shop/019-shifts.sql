-- Who is on shift, who fetches which order, times it was not fetched, and moves of staff that can be taken back for a moment.
CREATE TABLE "shift" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_shift" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "StaffId" TEXT NOT NULL,
  "BeganAt" INTEGER NOT NULL,
  "EndsAt" INTEGER NOT NULL,
  "EndedAt" INTEGER NULL,
  "DigestedAt" INTEGER NULL,
  CONSTRAINT "FK_shift_staff_member_StaffId" FOREIGN KEY ("StaffId") REFERENCES "staff_member" ("Id") ON DELETE CASCADE
);
CREATE INDEX "IX_shift_ShopId_EndedAt" ON "shift" ("ShopId", "EndedAt");
CREATE INDEX "IX_shift_StaffId" ON "shift" ("StaffId");

CREATE TABLE "fetch" (
  "ShopId" TEXT NOT NULL,
  "OrderId" TEXT NOT NULL,
  "StaffId" TEXT NULL,
  "By" TEXT NOT NULL,
  "TakenAt" INTEGER NOT NULL,
  CONSTRAINT "PK_fetch" PRIMARY KEY ("ShopId", "OrderId"),
  CONSTRAINT "FK_fetch_shop_order_OrderId" FOREIGN KEY ("OrderId") REFERENCES "shop_order" ("Id") ON DELETE CASCADE,
  CONSTRAINT "FK_fetch_staff_member_StaffId" FOREIGN KEY ("StaffId") REFERENCES "staff_member" ("Id")
);
CREATE INDEX "IX_fetch_OrderId" ON "fetch" ("OrderId");
CREATE INDEX "IX_fetch_ShopId_StaffId" ON "fetch" ("ShopId", "StaffId");
CREATE INDEX "IX_fetch_StaffId" ON "fetch" ("StaffId");

CREATE TABLE "fetch_attempt" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_fetch_attempt" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "OrderId" TEXT NOT NULL,
  "Failure" TEXT NOT NULL,
  "At" INTEGER NOT NULL,
  "By" TEXT NOT NULL,
  "Day" TEXT NULL,
  "Start" TEXT NULL,
  CONSTRAINT "FK_fetch_attempt_shop_order_OrderId" FOREIGN KEY ("OrderId") REFERENCES "shop_order" ("Id") ON DELETE CASCADE
);
CREATE INDEX "IX_fetch_attempt_OrderId" ON "fetch_attempt" ("OrderId");
CREATE INDEX "IX_fetch_attempt_ShopId_OrderId" ON "fetch_attempt" ("ShopId", "OrderId");

CREATE TABLE "recent_move" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_recent_move" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "OrderId" TEXT NOT NULL,
  "Number" INTEGER NOT NULL,
  "StaffId" TEXT NOT NULL,
  "From" TEXT NOT NULL,
  "To" TEXT NOT NULL,
  "StepId" TEXT NULL,
  "At" INTEGER NOT NULL,
  "Until" INTEGER NOT NULL,
  "IsTold" INTEGER NOT NULL,
  "UndoneAt" INTEGER NULL,
  CONSTRAINT "FK_recent_move_shop_order_OrderId" FOREIGN KEY ("OrderId") REFERENCES "shop_order" ("Id") ON DELETE CASCADE
);
CREATE INDEX "IX_recent_move_OrderId" ON "recent_move" ("OrderId");
CREATE INDEX "IX_recent_move_ShopId_StaffId_At" ON "recent_move" ("ShopId", "StaffId", "At");
-- What is fetched on a day.
CREATE INDEX "IX_shop_order_ShopId_PickupDay" ON "shop_order" ("ShopId", "PickupDay");
