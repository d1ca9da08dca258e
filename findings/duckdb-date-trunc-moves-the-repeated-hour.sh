#!/usr/bin/env bash
# DuckDB 1.5.6 (@duckdb/node-api 1.5.6-r.1, its ICU part): date_trunc('hour', ...) of a timestamp with time zone in the hour that comes twice
# when clocks go back. In America/Chicago on November 1, 2026, 06:30 UTC (1:30 CDT) is cut to 07:00 UTC, which is later than itself, as 07:30
# UTC (1:30 CST) is. Of the quarter hours from 05:00 to 08:45 UTC, the hour 06:00 has none and the hour 07:00 has eight.
# Expected: 06:00, as time_bucket(INTERVAL '1 hour', ...) gives; no instant is cut to a later one.
# It matters for rain by the hour: the two hours' rain is in one, which looks like a cloudburst, and the other is not in the result.
# Needs Node.js and npm; installs the pinned package into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1

cat >ask.js <<'JS'
import { DuckDBInstance } from '@duckdb/node-api';

const connection = await (await DuckDBInstance.create(':memory:')).connect();
await connection.run("SET TimeZone = 'America/Chicago'");
for (const cut of ["date_trunc('hour', time_utc)", "time_bucket(INTERVAL '1 hour', time_utc)"]) {
  const hours = await connection.runAndReadAll(`
    SELECT strftime(${cut} AT TIME ZONE 'UTC', '%H:%M'), count(*)::INTEGER
    FROM (SELECT unnest(generate_series(TIMESTAMPTZ '2026-11-01 05:00:00+00', TIMESTAMPTZ '2026-11-01 08:45:00+00', INTERVAL '15 minutes')) AS time_utc)
    GROUP BY 1 ORDER BY 1`);
  console.log(`${cut.split('(')[0]}: ${hours.getRows().map(row => row.join(' has ')).join(', ')}`);
}
JS

expected='date_trunc: 05:00 has 4, 07:00 has 8, 08:00 has 4
time_bucket: 05:00 has 4, 06:00 has 4, 07:00 has 4, 08:00 has 4'
seen=$(node ask.js)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'Expected:\n%s\n' "$expected" >&2; exit 1; }
