-- A message that waits for the end of the night lets those behind it go first.
ALTER TABLE message ADD COLUMN steps_aside INTEGER NOT NULL DEFAULT 0;
