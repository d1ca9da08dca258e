#!/usr/bin/env bash
# DuckDB 1.5.6 (@duckdb/node-api 1.5.6-r.1): read_json gives times that have an offset or Z the type TIMESTAMP, with the clock of UTC, while
# read_csv gives the same texts TIMESTAMP WITH TIME ZONE. In a session of America/Chicago the rain of 20:30 CDT on October 31, 2026, falls on
# November 1; a filter from midnight on finds 4 readings instead of 3; a join with the CSV by time finds 1 of 4, with another reading; and a
# cast to TIMESTAMPTZ moves the instants by six hours. Nothing warns. In a session of UTC, as servers have it, all of this is right.
# Expected: TIMESTAMP WITH TIME ZONE, as read_csv infers, or at least the digits of the text, which is what read_json itself reads if the
# column is declared TIMESTAMP. The documentation of read_json says that it deduces the types, and nothing about offsets.
# It matters for rain by the local day, and wherever JSON Lines meet CSV or Parquet. Declare the columns TIMESTAMPTZ.
# Needs Node.js and npm; installs the pinned package into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1

cat >ask.js <<'JS'
import { writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const times = ['2026-10-31T20:30:00-05:00', '2026-11-01T01:30:00-05:00', '2026-11-01T01:30:00-06:00', '2026-11-01T23:30:00-06:00'];
writeFileSync('rain.csv', ['time,rain_in', ...times.map(time => `${time},0.25`), ''].join('\n'));
writeFileSync('rain.jsonl', times.map(time => `${JSON.stringify({ time, rain_in: 0.25 })}\n`).join(''));

const connection = await (await DuckDBInstance.create(':memory:')).connect();
const ask = async sql => (await connection.runAndReadAll(sql)).getRows().map(row => row.map(String).join(' ')).join(', ');
const declared = type => `read_json('rain.jsonl', columns = {time: '${type}', rain_in: 'DOUBLE'})`;
for (const zone of ['America/Chicago', 'UTC']) {
  await connection.run(`SET TimeZone = '${zone}'`);
  for (const source of ["read_csv('rain.csv')", "read_json('rain.jsonl')", declared('TIMESTAMP'), declared('TIMESTAMPTZ')]) {
    const type = await ask(`SELECT any_value(typeof(time)) FROM ${source}`);
    const days = await ask(`SELECT strftime(time::DATE, '%b %d'), sum(rain_in) FROM ${source} GROUP BY 1 ORDER BY 1 DESC`);
    const since = await ask(`SELECT count(*) FROM ${source} WHERE time >= TIMESTAMPTZ '2026-11-01 05:00:00Z'`);
    const shared = await ask(`SELECT count(*) FROM ${source} JOIN read_csv('rain.csv') AS csv USING (time)`);
    const first = await ask(`SELECT strftime(min(time::TIMESTAMPTZ) AT TIME ZONE 'UTC', '%H:%M UTC') FROM ${source}`);
    console.log(`${zone}, ${source.replace(/\(.*columns = {time: /, ' declared ').replace(/, rain_in.*/, '')}: ${type}; ${days}; ${since} since midnight; ${shared} in both files; first ${first}`);
  }
}
JS
node ask.js | tee seen.txt
diff - seen.txt <<'SEEN'
America/Chicago, read_csv('rain.csv'): TIMESTAMP WITH TIME ZONE; Oct 31 0.25, Nov 01 0.75; 3 since midnight; 4 in both files; first 01:30 UTC
America/Chicago, read_json('rain.jsonl'): TIMESTAMP; Nov 02 0.25, Nov 01 0.75; 4 since midnight; 1 in both files; first 07:30 UTC
America/Chicago, read_json declared 'TIMESTAMP': TIMESTAMP; Oct 31 0.25, Nov 01 0.75; 3 since midnight; 4 in both files; first 01:30 UTC
America/Chicago, read_json declared 'TIMESTAMPTZ': TIMESTAMP WITH TIME ZONE; Oct 31 0.25, Nov 01 0.75; 3 since midnight; 4 in both files; first 01:30 UTC
UTC, read_csv('rain.csv'): TIMESTAMP WITH TIME ZONE; Nov 02 0.25, Nov 01 0.75; 3 since midnight; 4 in both files; first 01:30 UTC
UTC, read_json('rain.jsonl'): TIMESTAMP; Nov 02 0.25, Nov 01 0.75; 3 since midnight; 4 in both files; first 01:30 UTC
UTC, read_json declared 'TIMESTAMP': TIMESTAMP; Oct 31 0.25, Nov 01 0.75; 1 since midnight; 2 in both files; first 20:30 UTC
UTC, read_json declared 'TIMESTAMPTZ': TIMESTAMP WITH TIME ZONE; Nov 02 0.25, Nov 01 0.75; 3 since midnight; 4 in both files; first 01:30 UTC
SEEN
