-- The newest reading of each site and parameter, so that a read of all sites need not look into each record. A row without a time is of readings that an earlier
-- version stored: which is the newest is not known until it is looked up, because a packed day can't be read by SQL.
CREATE TABLE newest (
  parameter INTEGER NOT NULL,
  site_id INTEGER NOT NULL,
  observed_at INTEGER,
  value INTEGER,
  other_value INTEGER,
  PRIMARY KEY (parameter, site_id)
) STRICT, WITHOUT ROWID;

-- By one lookup each, however many rows there are.
INSERT INTO newest (parameter, site_id)
SELECT parameter.id, site.id FROM parameter CROSS JOIN site
WHERE parameter.id <> 2
  AND ((SELECT 1 FROM reading WHERE site_id = site.id AND parameter = parameter.id LIMIT 1) IS NOT NULL
    OR (SELECT 1 FROM day_pack WHERE site_id = site.id AND parameter = parameter.id LIMIT 1) IS NOT NULL);
