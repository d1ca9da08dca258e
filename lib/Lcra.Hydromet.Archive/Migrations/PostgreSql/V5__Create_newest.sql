-- The newest reading of each site and parameter, so that a read of all sites need not look into each record. A row without a time is of readings that an earlier
-- version stored: which is the newest is not known until it is looked up, because a packed day can't be read by SQL.
CREATE TABLE newest (
  parameter smallint NOT NULL,
  site_id integer NOT NULL,
  observed_at timestamptz,
  value integer,
  other_value integer,
  PRIMARY KEY (parameter, site_id)
);

-- By one lookup each, however many rows there are.
INSERT INTO newest (parameter, site_id)
SELECT parameter.id, site.id FROM parameter CROSS JOIN site
WHERE parameter.id <> 2
  AND ((SELECT 1 FROM reading WHERE site_id = site.id AND parameter = parameter.id LIMIT 1) IS NOT NULL
    OR (SELECT 1 FROM day_pack WHERE site_id = site.id AND parameter = parameter.id LIMIT 1) IS NOT NULL);

-- A day of all gauges by adjacent entries, with what is read of them, which took 1.1 times as long with a hundred times the days. By the primary key, where each
-- gauge's day is on a page of its own, it took 1.5 times as long, and about as much with these columns in it.
CREATE INDEX daily_by_day ON daily (day, site_id) INCLUDE (amount, other_amount, partial);

-- Without a vacuum, each entry takes a look at its row. By number of rows, as of the readings.
ALTER TABLE daily SET (
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 20000);
