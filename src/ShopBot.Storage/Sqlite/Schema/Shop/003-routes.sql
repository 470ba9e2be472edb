-- Which way a message took and why; how much each platform call still takes; what became of it afterwards.

ALTER TABLE lane ADD COLUMN woken INTEGER NOT NULL DEFAULT 0;        -- grows with all the person does that may open a way to them

ALTER TABLE message ADD COLUMN route_why TEXT;                       -- why this route, and what was against the better ones
ALTER TABLE message ADD COLUMN routes_off TEXT NOT NULL DEFAULT '';  -- routes the platform refused for it, with blanks between
ALTER TABLE message ADD COLUMN bound TEXT;                           -- the route over which some of it did or may have arrived: the rest stays on it

ALTER TABLE message_part ADD COLUMN template TEXT;                   -- the approved form it was sent as
ALTER TABLE message_part ADD COLUMN reported TEXT;                   -- what the platform told of it later: Delivered, PersonRefuses, Failed

CREATE INDEX message_part_platform ON message_part (platform_id) WHERE platform_id IS NOT NULL;

-- Reports of messages whose acceptance is not yet written down.
CREATE TABLE delivery_report (
  account     TEXT    NOT NULL,
  platform_id TEXT    NOT NULL,
  result      TEXT    NOT NULL,
  said        TEXT    NOT NULL,
  reported_at INTEGER NOT NULL,
  PRIMARY KEY (account, platform_id)
) WITHOUT ROWID;

CREATE INDEX delivery_report_age ON delivery_report (reported_at);

-- How much of a call was used. Days are the platform's: Beijing's.
CREATE TABLE api_limit (
  account     TEXT    NOT NULL,
  api         TEXT    NOT NULL,
  tokens      REAL    NOT NULL,          -- calls that may be made at once
  refilled_at INTEGER NOT NULL,
  day         INTEGER NOT NULL,          -- number of the day in Beijing
  day_used    INTEGER NOT NULL,
  PRIMARY KEY (account, api)
) WITHOUT ROWID;

-- What failed several times in a row: a call, a form ('template:…'), or people one after the other ('person:…').
CREATE TABLE api_streak (
  account  TEXT    NOT NULL,
  scope    TEXT    NOT NULL,
  in_a_row INTEGER NOT NULL,
  PRIMARY KEY (account, scope)
) WITHOUT ROWID;

-- What people said to one form: how many notices they accepted; 0 = they switched it off, or used it up.
CREATE TABLE notice_consent (
  account     TEXT    NOT NULL,
  user_id     TEXT    NOT NULL,
  template_id TEXT    NOT NULL,
  remaining   INTEGER NOT NULL,
  noted_at    INTEGER NOT NULL,          -- when the person last said so; 0 = only the platform did
  PRIMARY KEY (account, user_id, template_id)
) WITHOUT ROWID;

-- People who left the account and have done nothing there since.
CREATE TABLE contact_gone (
  account TEXT    NOT NULL,
  user_id TEXT    NOT NULL,
  gone_at INTEGER NOT NULL,
  PRIMARY KEY (account, user_id)
) WITHOUT ROWID;
