-- Moments are UTC milliseconds since 1970. Tables of messaging belong to an account, not to a shop.

-- One recipient's queue. Its messages leave one after the other.
CREATE TABLE lane (
  account     TEXT    NOT NULL,
  lane_key    TEXT    NOT NULL,          -- the contact point
  next_seq    INTEGER NOT NULL,
  pending     INTEGER NOT NULL,          -- messages not yet final
  priority    INTEGER NOT NULL,          -- smaller leaves first
  ready_at    INTEGER NOT NULL,
  token       TEXT,                      -- the lease; null = free
  held_until  INTEGER,                   -- the person is being answered; nothing may overtake that
  hold_reason TEXT,                      -- why it waits without end; 'window': until the person writes
  PRIMARY KEY (account, lane_key)
) WITHOUT ROWID;

-- Lanes that are leased or wait without end leave the index, or a long backlog slows every claim.
CREATE INDEX lane_ready ON lane (account, priority, ready_at) WHERE pending > 0 AND token IS NULL AND hold_reason IS NULL;

CREATE TABLE message (
  id          INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  account     TEXT    NOT NULL,
  lane_key    TEXT    NOT NULL,
  seq         INTEGER NOT NULL,
  kind        TEXT    NOT NULL,
  class       TEXT    NOT NULL,
  state       TEXT    NOT NULL,          -- ready, sending, done, dead, parked, expired
  payload     BLOB    NOT NULL,
  dedupe_key  TEXT,                      -- names the occasion: stops double enqueueing
  route       TEXT,                      -- what its parts were rendered for
  attempts    INTEGER NOT NULL DEFAULT 0, -- sends begun
  put_off     INTEGER NOT NULL DEFAULT 0, -- failures in a row; spaces the next try
  resends     INTEGER NOT NULL DEFAULT 0, -- repeats after an unknown outcome
  crashes     INTEGER NOT NULL DEFAULT 0,
  not_before  INTEGER NOT NULL,
  expires_at  INTEGER NOT NULL,
  created_at  INTEGER NOT NULL,
  final_at    INTEGER,
  last_code   TEXT,
  last_reason TEXT
);

CREATE UNIQUE INDEX message_seq ON message (account, lane_key, seq);
CREATE UNIQUE INDEX message_dedupe ON message (dedupe_key) WHERE dedupe_key IS NOT NULL;
CREATE INDEX message_open ON message (account, lane_key, seq) WHERE state IN ('ready', 'sending');
CREATE INDEX message_sending ON message (id) WHERE state = 'sending';
CREATE INDEX message_overdue ON message (expires_at) WHERE state = 'ready';
CREATE INDEX message_settled ON message (final_at) WHERE state IN ('done', 'expired');
CREATE INDEX message_attention ON message (account, final_at) WHERE state IN ('dead', 'parked');

-- One platform call each; frozen when rendered.
CREATE TABLE message_part (
  message_id    INTEGER NOT NULL REFERENCES message (id),
  pos           INTEGER NOT NULL,
  api           TEXT    NOT NULL,
  payload       BLOB    NOT NULL,
  idem_key      TEXT,                    -- stops double sending, where the platform knows keys
  state         TEXT    NOT NULL,        -- ready, sending, done
  first_sent_at INTEGER,                 -- a platform forgets a key some time after
  platform_id   TEXT,
  PRIMARY KEY (message_id, pos)
) WITHOUT ROWID;

-- Append only: what was tried and what came of it.
CREATE TABLE attempt (
  id          INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  message_id  INTEGER NOT NULL,
  pos         INTEGER NOT NULL,
  api         TEXT    NOT NULL,
  started_at  INTEGER NOT NULL,
  finished_at INTEGER,
  outcome     TEXT,
  code        TEXT
);

CREATE INDEX attempt_message ON attempt (message_id);

-- What people opened for us by writing, tapping, following: a hint that the platform's answer corrects.
CREATE TABLE reply_window (
  account    TEXT    NOT NULL,
  user_id    TEXT    NOT NULL,
  trigger    TEXT    NOT NULL,
  expires_at INTEGER NOT NULL,
  remaining  INTEGER NOT NULL,
  PRIMARY KEY (account, user_id, trigger)
) WITHOUT ROWID;

-- An account (api = '') or one API of it that must not be called for a while.
CREATE TABLE api_pause (
  account      TEXT    NOT NULL,
  api          TEXT    NOT NULL,
  paused_until INTEGER NOT NULL,
  reason       TEXT    NOT NULL,
  PRIMARY KEY (account, api)
) WITHOUT ROWID;

-- Events answered with "received" whose turn is not done.
CREATE TABLE pending_event (
  account     TEXT    NOT NULL,
  user_id     TEXT    NOT NULL,
  event_key   TEXT    NOT NULL,
  raw         BLOB    NOT NULL,
  received_at INTEGER NOT NULL,
  due_at      INTEGER NOT NULL,
  tries       INTEGER NOT NULL DEFAULT 0,
  gave_up     TEXT,                      -- the reason; null = still to be done
  PRIMARY KEY (account, user_id, event_key)
) WITHOUT ROWID;

CREATE INDEX pending_event_due ON pending_event (due_at) WHERE gave_up IS NULL;
CREATE INDEX pending_event_set_aside ON pending_event (received_at) WHERE gave_up IS NOT NULL;

CREATE TABLE account_token (
  account    TEXT    NOT NULL PRIMARY KEY,
  value      TEXT    NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;

-- Our files as the platform knows them, until it forgets them.
CREATE TABLE account_upload (
  account           TEXT    NOT NULL,
  media_id          TEXT    NOT NULL,
  platform_media_id TEXT    NOT NULL,
  expires_at        INTEGER NOT NULL,
  PRIMARY KEY (account, media_id)
) WITHOUT ROWID;

CREATE INDEX account_upload_platform ON account_upload (account, platform_media_id);
CREATE INDEX account_upload_expires ON account_upload (expires_at);

CREATE TABLE media (
  id           TEXT    NOT NULL PRIMARY KEY,
  shop         TEXT    NOT NULL,
  content_type TEXT    NOT NULL,
  bytes        BLOB    NOT NULL,
  kept_at      INTEGER NOT NULL
);

-- Signs links to pictures; made on the first start.
CREATE TABLE link_key (
  id    INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  value BLOB    NOT NULL
);

-- Results of operations by key: an operation run again gives the first answer.
CREATE TABLE operation (
  shop    TEXT    NOT NULL,
  key     TEXT    NOT NULL,
  result  TEXT    NOT NULL,
  done_at INTEGER NOT NULL,
  PRIMARY KEY (shop, key)
) WITHOUT ROWID;

CREATE INDEX operation_done ON operation (done_at);
