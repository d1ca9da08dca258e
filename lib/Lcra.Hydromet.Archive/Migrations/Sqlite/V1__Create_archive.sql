-- Instants are seconds since 1970 (UTC), days are days since 1970 (Central time unless said otherwise), values are hundredths of the parameter's unit.
CREATE TABLE site (
  id INTEGER PRIMARY KEY,
  agency TEXT NOT NULL,
  number TEXT NOT NULL,
  name TEXT,
  basin TEXT,
  kind TEXT,
  latitude TEXT,
  longitude TEXT,
  UNIQUE (agency, number)
) STRICT;

CREATE TABLE parameter (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  history TEXT NOT NULL,
  unit TEXT NOT NULL
) STRICT;

INSERT INTO parameter (id, name, history, unit) VALUES
  (1, 'accumulated_rainfall', 'rain', '0.01 in'),
  (2, 'daily_rainfall', 'rainDaily', '0.01 in'),
  (3, 'stage', 'flow', '0.01 ft'),
  (4, 'discharge', 'flow', '0.01 ft3/s'),
  (5, 'headwater_elevation', 'lakelevel', '0.01 ft'),
  (6, 'tailwater_elevation', 'lakelevel', '0.01 ft');

-- What was requested of a site; its parameter is the first that the history fills.
CREATE TABLE site_parameter (
  site_id INTEGER NOT NULL REFERENCES site (id),
  parameter INTEGER NOT NULL REFERENCES parameter (id),
  last_requested_at INTEGER NOT NULL,
  changed_at INTEGER,
  PRIMARY KEY (site_id, parameter)
) STRICT, WITHOUT ROWID;

CREATE TABLE request (
  id INTEGER PRIMARY KEY,
  site_id INTEGER NOT NULL REFERENCES site (id),
  parameter INTEGER NOT NULL REFERENCES parameter (id),
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  requested_at INTEGER NOT NULL,
  repeated_at INTEGER,
  address TEXT,
  http_status INTEGER,
  row_count INTEGER NOT NULL,
  sha256 BLOB
) STRICT;

CREATE INDEX request_by_window ON request (site_id, parameter, first_day, last_day);

-- The time that requests cover, merged.
CREATE TABLE coverage (
  site_id INTEGER NOT NULL REFERENCES site (id),
  parameter INTEGER NOT NULL REFERENCES parameter (id),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  PRIMARY KEY (site_id, parameter, start_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE daily (
  site_id INTEGER NOT NULL REFERENCES site (id),
  day INTEGER NOT NULL,
  amount INTEGER,
  other_amount INTEGER,
  partial INTEGER NOT NULL,
  request_id INTEGER NOT NULL REFERENCES request (id),
  PRIMARY KEY (site_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE superseded_daily (
  site_id INTEGER NOT NULL REFERENCES site (id),
  day INTEGER NOT NULL,
  believed_until INTEGER NOT NULL,
  known_at INTEGER NOT NULL,
  amount INTEGER,
  other_amount INTEGER,
  partial INTEGER NOT NULL,
  request_id INTEGER NOT NULL REFERENCES request (id),
  PRIMARY KEY (site_id, day, believed_until)
) STRICT, WITHOUT ROWID;

CREATE TABLE reading (
  site_id INTEGER NOT NULL REFERENCES site (id),
  parameter INTEGER NOT NULL,
  observed_at INTEGER NOT NULL,
  value INTEGER,
  other_value INTEGER,
  request_id INTEGER NOT NULL REFERENCES request (id),
  PRIMARY KEY (site_id, parameter, observed_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE superseded_reading (
  site_id INTEGER NOT NULL REFERENCES site (id),
  parameter INTEGER NOT NULL,
  observed_at INTEGER NOT NULL,
  believed_until INTEGER NOT NULL,
  known_at INTEGER NOT NULL,
  value INTEGER,
  other_value INTEGER,
  request_id INTEGER NOT NULL REFERENCES request (id),
  PRIMARY KEY (site_id, parameter, observed_at, believed_until)
) STRICT, WITHOUT ROWID;

-- The readings of a closed day, which is a day in UTC.
CREATE TABLE day_pack (
  site_id INTEGER NOT NULL REFERENCES site (id),
  parameter INTEGER NOT NULL,
  day INTEGER NOT NULL,
  readings INTEGER NOT NULL,
  request_id INTEGER NOT NULL REFERENCES request (id),
  pack BLOB NOT NULL,
  PRIMARY KEY (site_id, parameter, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
  request_id INTEGER NOT NULL REFERENCES request (id),
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (request_id, place)
) STRICT, WITHOUT ROWID;
