#!/usr/bin/env bash
# DuckDB 1.5.6 (@duckdb/node-api 1.5.6-r.1): a Parquet column that has the converted type TIMESTAMP_MILLIS and no logical type, which is how
# hyparquet-writer 0.17.0 writes each Date, is read as TIMESTAMP without time zone. In a session of America/Chicago, rain of 20:30 CDT on October
# 31, 2026, falls on November 1; a filter from midnight on finds 4 readings instead of 3; and a cast to TIMESTAMPTZ moves the instants by six
# hours. Nothing warns, and in a session of UTC all of this is right.
# Expected: TIMESTAMP WITH TIME ZONE. The Parquet format says that TIMESTAMP_MILLIS alone is a timestamp that is adjusted to UTC, and
# parquet-wasm 0.8.0 has UTC for the same file. With a logical type that says so, DuckDB reads the same numbers right.
# It matters for rain by the local day, from files of writers that know converted types only. Use `time AT TIME ZONE 'UTC'`.
# Needs Node.js and npm; installs the pinned packages into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1 hyparquet-writer@0.17.0 parquet-wasm@0.8.0 apache-arrow@21.2.0

cat >ask.js <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { parquetWriteBuffer } from 'hyparquet-writer';

const { readParquet } = createRequire(import.meta.url)('parquet-wasm');
const data = ['2026-11-01T01:30Z', '2026-11-01T06:30Z', '2026-11-01T07:30Z', '2026-11-02T05:30Z'].map(time => new Date(time));
const column = { name: 'time', type: 'INT64', repetition_type: 'REQUIRED', converted_type: 'TIMESTAMP_MILLIS' };
const logical = { ...column, logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' } };
const files = { 'converted type': undefined, 'logical type': [{ name: 'root', num_children: 1 }, logical] };

const connection = await (await DuckDBInstance.create(':memory:')).connect();
await connection.run("SET TimeZone = 'America/Chicago'");
const ask = async sql => (await connection.runAndReadAll(sql)).getRows().map(row => row.map(String).join(' ')).join(', ');
for (const [name, schema] of Object.entries(files)) {
  const file = `${name.replace(' ', '-')}.parquet`;
  writeFileSync(file, Buffer.from(parquetWriteBuffer({ columnData: [{ name: 'time', data }], schema })));
  console.log(`${name}, in the file: ${await ask(`SELECT converted_type, logical_type FROM parquet_schema('${file}') WHERE name = 'time'`)}`);
  const days = await ask(`SELECT strftime(time::DATE, '%b %d'), count(*) FROM '${file}' GROUP BY 1 ORDER BY 1 DESC`);
  const since = await ask(`SELECT count(*) FROM '${file}' WHERE time >= TIMESTAMPTZ '2026-11-01 05:00:00Z'`);
  const first = await ask(`SELECT strftime(min(time::TIMESTAMPTZ) AT TIME ZONE 'UTC', '%H:%M UTC') FROM '${file}'`);
  console.log(`${name}, DuckDB: ${await ask(`SELECT any_value(typeof(time)) FROM '${file}'`)}; ${days}; ${since} since midnight; first ${first}`);
  const named = await ask(`SELECT strftime((time AT TIME ZONE 'UTC')::DATE, '%b %d'), count(*) FROM '${file}' GROUP BY 1 ORDER BY 1 DESC`);
  if (schema === undefined) {
    console.log(`${name}, DuckDB, AT TIME ZONE 'UTC': ${named}`);
  }
  const table = tableFromIPC(readParquet(new Uint8Array(readFileSync(file))).intoIPCStream());
  console.log(`${name}, parquet-wasm: ${table.schema.fields[0].type}, first ${new Date(Number(table.toArray()[0].time)).toISOString().slice(11, 16)} UTC`);
}
JS
node ask.js | tee seen.txt
diff - seen.txt <<'SEEN'
converted type, in the file: TIMESTAMP_MILLIS null
converted type, DuckDB: TIMESTAMP; Nov 02 1, Nov 01 3; 4 since midnight; first 07:30 UTC
converted type, DuckDB, AT TIME ZONE 'UTC': Oct 31 1, Nov 01 3
converted type, parquet-wasm: Timestamp<MILLISECOND, UTC>, first 01:30 UTC
logical type, in the file: TIMESTAMP_MILLIS TimestampType(isAdjustedToUTC=1, unit=TimeUnit(MILLIS=MilliSeconds(), MICROS=<null>, NANOS=<null>))
logical type, DuckDB: TIMESTAMP WITH TIME ZONE; Oct 31 1, Nov 01 3; 3 since midnight; first 01:30 UTC
logical type, parquet-wasm: Timestamp<MILLISECOND, UTC>, first 01:30 UTC
SEEN
