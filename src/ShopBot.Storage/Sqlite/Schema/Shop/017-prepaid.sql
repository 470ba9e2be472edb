-- Prepaid cards: an append-only ledger. The table keeps its own books: it takes no other line than the next one with the right balance, and changes none.
CREATE TABLE "prepaid_entry" (
  "Id" TEXT NOT NULL CONSTRAINT "PK_prepaid_entry" PRIMARY KEY,
  "ShopId" TEXT NOT NULL,
  "CustomerId" TEXT NOT NULL,
  "Sequence" INTEGER NOT NULL,
  "Kind" TEXT NOT NULL,
  "AmountInMinor" INTEGER NOT NULL,
  "BalanceInMinor" INTEGER NOT NULL,
  "OrderNumber" INTEGER NULL,
  "At" INTEGER NOT NULL,
  "By" TEXT NOT NULL,
  "Reason" TEXT NOT NULL,
  "Occasion" TEXT NOT NULL,
  CONSTRAINT "CK_prepaid_entry_amount" CHECK ("AmountInMinor" <> 0),
  CONSTRAINT "CK_prepaid_entry_balance" CHECK ("BalanceInMinor" >= 0)
);

CREATE UNIQUE INDEX "IX_prepaid_entry_ShopId_CustomerId_Sequence" ON "prepaid_entry" ("ShopId", "CustomerId", "Sequence");

CREATE UNIQUE INDEX "IX_prepaid_entry_ShopId_Occasion" ON "prepaid_entry" ("ShopId", "Occasion");

CREATE INDEX "IX_prepaid_entry_ShopId_OrderNumber" ON "prepaid_entry" ("ShopId", "OrderNumber");

CREATE TABLE "prepaid_claim" (
  "ShopId" TEXT NOT NULL,
  "CustomerId" TEXT NOT NULL,
  "Phone" TEXT NOT NULL,
  "LeftAt" INTEGER NOT NULL,
  CONSTRAINT "PK_prepaid_claim" PRIMARY KEY ("ShopId", "CustomerId")
);

CREATE INDEX "IX_prepaid_claim_ShopId_Phone" ON "prepaid_claim" ("ShopId", "Phone");

CREATE TRIGGER "prepaid_entry_next" BEFORE INSERT ON "prepaid_entry"
WHEN NEW."Sequence" <> 1 + COALESCE((SELECT MAX("Sequence") FROM "prepaid_entry" WHERE "ShopId" = NEW."ShopId" AND "CustomerId" = NEW."CustomerId"), 0)
  OR NEW."BalanceInMinor" <> NEW."AmountInMinor" + COALESCE((
    SELECT "BalanceInMinor" FROM "prepaid_entry" WHERE "ShopId" = NEW."ShopId" AND "CustomerId" = NEW."CustomerId" ORDER BY "Sequence" DESC LIMIT 1), 0)
BEGIN
  SELECT RAISE(ABORT, 'A prepaid entry follows the one before it, and its balance from its amount.');
END;

CREATE TRIGGER "prepaid_entry_not_changed" BEFORE UPDATE ON "prepaid_entry"
BEGIN
  SELECT RAISE(ABORT, 'A prepaid entry is never changed: write a correction.');
END;

CREATE TRIGGER "prepaid_entry_not_removed" BEFORE DELETE ON "prepaid_entry"
BEGIN
  SELECT RAISE(ABORT, 'A prepaid entry is never removed: write a correction.');
END;
