-- Which of the account's audiences the platform has somebody in, as far as we know; null = none.
ALTER TABLE "customer_contact" ADD COLUMN "Audience" TEXT NULL;
