-- QR codes that say what brought whoever scans them, and how many people each brought.
CREATE TABLE "scene_code" (
  "ShopId" TEXT NOT NULL,
  "Account" TEXT NOT NULL,
  "Scene" TEXT NOT NULL,
  "Label" TEXT NOT NULL,
  "Ticket" TEXT NOT NULL,
  "Address" TEXT NOT NULL,
  "MadeAt" INTEGER NOT NULL,
  "Came" INTEGER NOT NULL,
  CONSTRAINT "PK_scene_code" PRIMARY KEY ("ShopId", "Account", "Scene")
);
