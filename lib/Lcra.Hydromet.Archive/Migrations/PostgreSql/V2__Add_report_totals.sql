-- What a report said, where it differs from the report before: an amount in hundredths of an inch, or the reason why there is none.
CREATE TABLE report_total (
  site_id integer NOT NULL REFERENCES site (id),
  period text NOT NULL,
  reported_at timestamptz NOT NULL,
  observed_at timestamptz,
  amount integer,
  missing text,
  PRIMARY KEY (site_id, period, reported_at)
);

-- The newest row of each, which a report is compared with.
CREATE TABLE report_latest (
  site_id integer NOT NULL REFERENCES site (id),
  period text NOT NULL,
  reported_at timestamptz NOT NULL,
  amount integer,
  missing text,
  PRIMARY KEY (site_id, period)
);
