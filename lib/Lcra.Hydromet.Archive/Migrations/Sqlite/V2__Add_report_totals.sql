-- What a report said, where it differs from the report before: an amount in hundredths of an inch, or the reason why there is none.
CREATE TABLE report_total (
  site_id INTEGER NOT NULL REFERENCES site (id),
  period TEXT NOT NULL,
  reported_at INTEGER NOT NULL,
  observed_at INTEGER,
  amount INTEGER,
  missing TEXT,
  PRIMARY KEY (site_id, period, reported_at)
) STRICT, WITHOUT ROWID;

-- The newest row of each, which a report is compared with.
CREATE TABLE report_latest (
  site_id INTEGER NOT NULL REFERENCES site (id),
  period TEXT NOT NULL,
  reported_at INTEGER NOT NULL,
  amount INTEGER,
  missing TEXT,
  PRIMARY KEY (site_id, period)
) STRICT, WITHOUT ROWID;
