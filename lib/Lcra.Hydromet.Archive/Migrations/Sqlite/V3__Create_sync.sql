-- What the processes that fill this archive share: their pace, the budget of the day, a pause that LCRA asked for, and the last run.
CREATE TABLE sync_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  next_at INTEGER NOT NULL,
  next_millisecond INTEGER NOT NULL,
  budget_day INTEGER NOT NULL,
  budget_used INTEGER NOT NULL,
  paused_until INTEGER,
  is_blocked INTEGER NOT NULL,
  started_at INTEGER,
  ended_at INTEGER,
  outcome TEXT,
  failed_windows INTEGER
) STRICT;

INSERT INTO sync_state (id, next_at, next_millisecond, budget_day, budget_used, is_blocked) VALUES (1, 0, 0, 0, 0, 0);

-- A window that a process requests at present. Of a process that was killed, it ends with expires_at.
CREATE TABLE sync_lease (
  site_id INTEGER NOT NULL REFERENCES site (id),
  parameter INTEGER NOT NULL REFERENCES parameter (id),
  holder TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (site_id, parameter)
) STRICT, WITHOUT ROWID;
