-- The site and the request of a reading are written in the same transaction and never removed, and verify looks for them, so a load need not check both for each row.
CREATE TABLE unlinked (
  site_id INTEGER NOT NULL,
  parameter INTEGER NOT NULL,
  observed_at INTEGER NOT NULL,
  value INTEGER,
  other_value INTEGER,
  request_id INTEGER NOT NULL,
  PRIMARY KEY (site_id, parameter, observed_at)
) STRICT, WITHOUT ROWID;

INSERT INTO unlinked SELECT site_id, parameter, observed_at, value, other_value, request_id FROM reading;

DROP TABLE reading;

ALTER TABLE unlinked RENAME TO reading;
