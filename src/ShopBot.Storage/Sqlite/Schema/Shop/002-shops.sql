-- The shop's own tables, as the model of ShopDb names them. A test compares model and script.
-- Moments are UTC milliseconds since 1970; money is in minor units.

CREATE TABLE "customer" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_customer" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "Language" TEXT NOT NULL,
  "Name" TEXT NULL,
  "Phone" TEXT NULL,
  "Address" TEXT NULL,
  "CreatedAt" INTEGER NOT NULL
);

CREATE TABLE "order_counter" (
  "ShopId" TEXT NOT NULL CONSTRAINT "PK_order_counter" PRIMARY KEY,
  "Last" INTEGER NOT NULL
);

CREATE TABLE "product" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_product" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "Code" TEXT NOT NULL,
  "Kind" TEXT NOT NULL,
  "Aliases" TEXT NOT NULL,
  "Handovers" TEXT NOT NULL,
  "MostPerOrder" INTEGER NOT NULL,
  "Position" INTEGER NOT NULL,
  "IsWithdrawn" INTEGER NOT NULL,
  "Description_Chinese" TEXT NOT NULL,
  "Description_English" TEXT NOT NULL,
  "Name_Chinese" TEXT NOT NULL,
  "Name_English" TEXT NOT NULL,
  "Unit_Chinese" TEXT NOT NULL,
  "Unit_English" TEXT NOT NULL
);

CREATE TABLE "staff_code" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_staff_code" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "IssuedFor" TEXT NOT NULL,
  "Salt" BLOB NOT NULL,
  "Hash" BLOB NOT NULL,
  "Role" TEXT NOT NULL,
  "ExpiresAt" INTEGER NOT NULL,
  "UsedAt" INTEGER NULL
);

CREATE TABLE "staff_code_tries" (
  "ShopId" TEXT NOT NULL,
  "Contact" TEXT NOT NULL,
  "Wrong" INTEGER NOT NULL,
  "LockedUntil" INTEGER NULL,
  CONSTRAINT "PK_staff_code_tries" PRIMARY KEY ("ShopId", "Contact")
);

CREATE TABLE "staff_member" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_staff_member" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "Contact" TEXT NOT NULL,
  "Name" TEXT NOT NULL,
  "Role" TEXT NOT NULL,
  "BoundAt" INTEGER NOT NULL,
  "RevokedAt" INTEGER NULL
);

CREATE TABLE "customer_contact" (
  "ShopId" TEXT NOT NULL,
  "Contact" TEXT NOT NULL,
  "CustomerId" TEXT NOT NULL,
  "Source" TEXT NULL,
  "LeftAt" INTEGER NULL,
  "MetAt" INTEGER NOT NULL,
  CONSTRAINT "PK_customer_contact" PRIMARY KEY ("ShopId", "Contact"),
  CONSTRAINT "FK_customer_contact_customer_CustomerId" FOREIGN KEY ("CustomerId") REFERENCES "customer" ("Id") ON DELETE CASCADE
);

CREATE TABLE "shop_order" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_shop_order" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "Number" INTEGER NOT NULL,
  "Token" TEXT NOT NULL,
  "Kind" TEXT NOT NULL,
  "State" TEXT NOT NULL,
  "CustomerId" TEXT NOT NULL,
  "Contact" TEXT NOT NULL,
  "Handover" TEXT NOT NULL,
  "Payment" TEXT NOT NULL,
  "Name" TEXT NOT NULL,
  "Phone" TEXT NOT NULL,
  "Address" TEXT NULL,
  "Note" TEXT NULL,
  "TotalInMinor" INTEGER NOT NULL,
  "Currency" TEXT NOT NULL,
  "PlacedAt" INTEGER NOT NULL,
  "PaidAt" INTEGER NULL,
  "Carrier" TEXT NULL,
  "TrackingNumber" TEXT NULL,
  "SealNumber" TEXT NULL,
  CONSTRAINT "FK_shop_order_customer_CustomerId" FOREIGN KEY ("CustomerId") REFERENCES "customer" ("Id") ON DELETE CASCADE
);

CREATE TABLE "variant" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_variant" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "ProductId" TEXT NOT NULL,
  "Code" TEXT NOT NULL,
  "Aliases" TEXT NOT NULL,
  "PriceInMinor" INTEGER NOT NULL,
  "Stock" INTEGER NULL,
  "Position" INTEGER NOT NULL,
  "IsWithdrawn" INTEGER NOT NULL,
  "Name_Chinese" TEXT NOT NULL,
  "Name_English" TEXT NOT NULL,
  CONSTRAINT "CK_variant_stock" CHECK ("Stock" >= 0),
  CONSTRAINT "FK_variant_product_ProductId" FOREIGN KEY ("ProductId") REFERENCES "product" ("Id") ON DELETE CASCADE
);

CREATE TABLE "order_line" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_order_line" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "OrderId" TEXT NOT NULL,
  "VariantId" TEXT NOT NULL,
  "Quantity" INTEGER NOT NULL,
  "PriceInMinor" INTEGER NOT NULL,
  "Position" INTEGER NOT NULL,
  "Product_Chinese" TEXT NOT NULL,
  "Product_English" TEXT NOT NULL,
  "Unit_Chinese" TEXT NOT NULL,
  "Unit_English" TEXT NOT NULL,
  "Variant_Chinese" TEXT NOT NULL,
  "Variant_English" TEXT NOT NULL,
  CONSTRAINT "FK_order_line_shop_order_OrderId" FOREIGN KEY ("OrderId") REFERENCES "shop_order" ("Id") ON DELETE CASCADE
);

CREATE TABLE "order_photo" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_order_photo" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "OrderId" TEXT NOT NULL,
  "MediaId" TEXT NOT NULL,
  "At" INTEGER NOT NULL,
  "By" TEXT NOT NULL,
  "Caption" TEXT NULL,
  CONSTRAINT "FK_order_photo_shop_order_OrderId" FOREIGN KEY ("OrderId") REFERENCES "shop_order" ("Id") ON DELETE CASCADE
);

CREATE TABLE "order_step" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_order_step" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "OrderId" TEXT NOT NULL,
  "State" TEXT NOT NULL,
  "At" INTEGER NOT NULL,
  "By" TEXT NOT NULL,
  CONSTRAINT "FK_order_step_shop_order_OrderId" FOREIGN KEY ("OrderId") REFERENCES "shop_order" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_customer_contact_CustomerId" ON "customer_contact" ("CustomerId");

CREATE INDEX "IX_order_line_OrderId" ON "order_line" ("OrderId");

CREATE INDEX "IX_order_photo_OrderId" ON "order_photo" ("OrderId");

CREATE INDEX "IX_order_step_OrderId" ON "order_step" ("OrderId");

CREATE UNIQUE INDEX "IX_product_ShopId_Code" ON "product" ("ShopId", "Code");

CREATE INDEX "IX_shop_order_CustomerId" ON "shop_order" ("CustomerId");

CREATE INDEX "IX_shop_order_ShopId_CustomerId_PlacedAt" ON "shop_order" ("ShopId", "CustomerId", "PlacedAt");

CREATE UNIQUE INDEX "IX_shop_order_ShopId_Number" ON "shop_order" ("ShopId", "Number");

CREATE INDEX "IX_shop_order_ShopId_State_PlacedAt" ON "shop_order" ("ShopId", "State", "PlacedAt");

CREATE UNIQUE INDEX "IX_shop_order_Token" ON "shop_order" ("Token");

CREATE UNIQUE INDEX "IX_staff_code_ShopId_IssuedFor" ON "staff_code" ("ShopId", "IssuedFor");

CREATE INDEX "IX_staff_member_ShopId_Contact" ON "staff_member" ("ShopId", "Contact");

CREATE UNIQUE INDEX "IX_variant_ProductId_Code" ON "variant" ("ProductId", "Code");
