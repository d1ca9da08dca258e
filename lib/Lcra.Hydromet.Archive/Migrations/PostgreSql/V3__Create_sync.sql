-- What the processes that fill this archive share: their pace, the budget of the day, a pause that LCRA asked for, and the last run.
CREATE TABLE sync_state (
  id smallint PRIMARY KEY CHECK (id = 1),
  next_at timestamptz NOT NULL,
  next_millisecond smallint NOT NULL,
  budget_day date NOT NULL,
  budget_used integer NOT NULL,
  paused_until timestamptz,
  is_blocked boolean NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  outcome text,
  failed_windows integer
);

INSERT INTO sync_state (id, next_at, next_millisecond, budget_day, budget_used, is_blocked) VALUES (1, 'epoch', 0, '1970-01-01', 0, false);

-- A window that a process requests at present. Of a process that was killed, it ends with expires_at.
CREATE TABLE sync_lease (
  site_id integer NOT NULL REFERENCES site (id),
  parameter smallint NOT NULL REFERENCES parameter (id),
  holder text NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (site_id, parameter)
);
