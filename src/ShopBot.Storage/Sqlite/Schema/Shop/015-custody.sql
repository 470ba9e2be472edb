-- Who had an order's bags, in a chain of hashes. What was written stays as it was; only personal texts can be erased.
CREATE TABLE "custody_entry" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_custody_entry" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "OrderId" TEXT NOT NULL,
  "Sequence" INTEGER NOT NULL,
  "Kind" TEXT NOT NULL,
  "At" INTEGER NOT NULL,
  "Role" TEXT NOT NULL,
  "Seal" TEXT NULL,
  "Pieces" INTEGER NULL,
  "Form" TEXT NOT NULL,
  "Hash" TEXT NOT NULL,
  "Note_Commitment" TEXT NULL,
  "Note_Salt" TEXT NULL,
  "Note_Value" TEXT NULL,
  "Place_Commitment" TEXT NULL,
  "Place_Salt" TEXT NULL,
  "Place_Value" TEXT NULL,
  "Who_Commitment" TEXT NULL,
  "Who_Salt" TEXT NULL,
  "Who_Value" TEXT NULL,
  CONSTRAINT "FK_custody_entry_shop_order_OrderId" FOREIGN KEY ("OrderId") REFERENCES "shop_order" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_custody_entry_OrderId_Sequence" ON "custody_entry" ("OrderId", "Sequence");

CREATE INDEX "IX_custody_entry_ShopId_Seal" ON "custody_entry" ("ShopId", "Seal");

CREATE TABLE "custody_photo" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_custody_photo" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "OrderId" TEXT NOT NULL,
  "MediaId" TEXT NOT NULL,
  "Sha256" TEXT NOT NULL,
  "EntryId" TEXT NULL,
  CONSTRAINT "FK_custody_photo_custody_entry_EntryId" FOREIGN KEY ("EntryId") REFERENCES "custody_entry" ("Id") ON DELETE RESTRICT,
  CONSTRAINT "FK_custody_photo_shop_order_OrderId" FOREIGN KEY ("OrderId") REFERENCES "shop_order" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_custody_photo_EntryId" ON "custody_photo" ("EntryId");

CREATE INDEX "IX_custody_photo_OrderId" ON "custody_photo" ("OrderId");

CREATE TABLE "seal_counter" (
  "ShopId" TEXT NOT NULL CONSTRAINT "PK_seal_counter" PRIMARY KEY,
  "Last" INTEGER NOT NULL
);

CREATE TRIGGER "custody_entry_stays" BEFORE DELETE ON "custody_entry"
BEGIN
  SELECT RAISE(ABORT, 'An entry of custody is never deleted.');
END;

-- A personal text and its salt go together, and come back never.
CREATE TRIGGER "custody_entry_is_only_erased" BEFORE UPDATE ON "custody_entry"
WHEN NOT (
  NEW."Id" IS OLD."Id" AND NEW."ShopId" IS OLD."ShopId" AND NEW."OrderId" IS OLD."OrderId" AND NEW."Sequence" IS OLD."Sequence"
  AND NEW."Kind" IS OLD."Kind" AND NEW."At" IS OLD."At" AND NEW."Role" IS OLD."Role" AND NEW."Seal" IS OLD."Seal" AND NEW."Pieces" IS OLD."Pieces"
  AND NEW."Form" IS OLD."Form" AND NEW."Hash" IS OLD."Hash" AND NEW."Note_Commitment" IS OLD."Note_Commitment"
  AND NEW."Place_Commitment" IS OLD."Place_Commitment" AND NEW."Who_Commitment" IS OLD."Who_Commitment"
  AND ((NEW."Note_Value" IS OLD."Note_Value" AND NEW."Note_Salt" IS OLD."Note_Salt") OR (NEW."Note_Value" IS NULL AND NEW."Note_Salt" IS NULL))
  AND ((NEW."Place_Value" IS OLD."Place_Value" AND NEW."Place_Salt" IS OLD."Place_Salt") OR (NEW."Place_Value" IS NULL AND NEW."Place_Salt" IS NULL))
  AND ((NEW."Who_Value" IS OLD."Who_Value" AND NEW."Who_Salt" IS OLD."Who_Salt") OR (NEW."Who_Value" IS NULL AND NEW."Who_Salt" IS NULL))
)
BEGIN
  SELECT RAISE(ABORT, 'An entry of custody is never changed.');
END;

CREATE TRIGGER "custody_photo_stays" BEFORE DELETE ON "custody_photo"
BEGIN
  SELECT RAISE(ABORT, 'A picture of custody is never deleted.');
END;

CREATE TRIGGER "custody_photo_is_only_taken_in" BEFORE UPDATE ON "custody_photo"
WHEN NOT (
  NEW."Id" IS OLD."Id" AND NEW."ShopId" IS OLD."ShopId" AND NEW."OrderId" IS OLD."OrderId" AND NEW."MediaId" IS OLD."MediaId" AND NEW."Sha256" IS OLD."Sha256"
  AND OLD."EntryId" IS NULL
)
BEGIN
  SELECT RAISE(ABORT, 'A picture of custody is never changed.');
END;
