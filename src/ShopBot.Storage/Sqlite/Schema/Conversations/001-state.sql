-- What the bot remembers of conversations, and the events it has answered.
CREATE TABLE state (
  key        TEXT    NOT NULL PRIMARY KEY,
  etag       INTEGER NOT NULL,           -- changes with every write
  content    BLOB    NOT NULL,           -- UTF-8 JSON
  expires_at INTEGER                     -- UTC ms; null = kept until deleted
) WITHOUT ROWID;

CREATE INDEX state_expires ON state (expires_at) WHERE expires_at IS NOT NULL;
