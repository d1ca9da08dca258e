#!/usr/bin/env bash
# GDAL 3.8.4 (gdal3.js 2.8.1): OGR SQL, the default of ogr2ogr -where and -sql, compares times by the digits of their clocks and ignores their
# offsets, which it has read and writes out again. When clocks go back, the rain from 1:30 CST on is 1.51 in instead of 0.01, because it has
# the readings of 1:30 and 1:45 CDT, an hour earlier. With the bound in UTC there is none, and MIN and ORDER BY put 1:15 CST first.
# Expected: both sides have an offset, so instants are compared, as for the column in UTC.
# It matters for the rain of a window and for the first and last reading of a gauge.
# Needs Node.js and npm; installs the pinned package into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund gdal3.js@2.8.1

cat >readings.geojson <<'JSON'
{ "type": "FeatureCollection", "features": [
{ "type": "Feature", "geometry": { "type": "Point", "coordinates": [-98, 30] }, "properties": { "time_central": "2026-11-01T01:30:00-05:00", "time_utc": "2026-11-01T06:30:00Z", "rain_in": 1.00 } },
{ "type": "Feature", "geometry": { "type": "Point", "coordinates": [-98, 30] }, "properties": { "time_central": "2026-11-01T01:45:00-05:00", "time_utc": "2026-11-01T06:45:00Z", "rain_in": 0.50 } },
{ "type": "Feature", "geometry": { "type": "Point", "coordinates": [-98, 30] }, "properties": { "time_central": "2026-11-01T01:15:00-06:00", "time_utc": "2026-11-01T07:15:00Z", "rain_in": 0.02 } },
{ "type": "Feature", "geometry": { "type": "Point", "coordinates": [-98, 30] }, "properties": { "time_central": "2026-11-01T01:30:00-06:00", "time_utc": "2026-11-01T07:30:00Z", "rain_in": 0.01 } }
] }
JSON
cat >ask.js <<'JS'
import initGdal from 'gdal3.js/node.js';

const gdal = await initGdal({ path: 'node_modules/gdal3.js/dist/package', dest: `${process.cwd()}/out` });
const data = (await gdal.open('readings.geojson')).datasets[0];
let count = 0;
for (const sql of [
  "SELECT SUM(rain_in) FROM readings WHERE time_central >= '2026-11-01T01:30:00-06:00'",
  "SELECT SUM(rain_in) FROM readings WHERE time_utc >= '2026-11-01T07:30:00Z'",
  "SELECT SUM(rain_in) FROM readings WHERE time_central >= '2026-11-01T07:15:00Z'",
  "SELECT SUM(rain_in) FROM readings WHERE time_utc >= '2026-11-01T07:15:00Z'",
  'SELECT MIN(time_central) FROM readings',
  'SELECT MIN(time_utc) FROM readings',
  'SELECT time_central FROM readings ORDER BY time_central',
]) {
  const file = await gdal.ogr2ogr(data, ['-f', 'CSV', '-sql', sql], `answer${++count}`);
  const rows = new TextDecoder().decode(await gdal.getFileBytes(file)).trim().split('\n').slice(1);
  console.log(`${sql.replaceAll(' FROM readings', '')}: ${rows.map(row => row.replaceAll('"', '') || 'null').join(', ')}`);
}
process.exit();
JS
mkdir out
node ask.js | tee seen.txt
diff - seen.txt <<'SEEN'
SELECT SUM(rain_in) WHERE time_central >= '2026-11-01T01:30:00-06:00': 1.51
SELECT SUM(rain_in) WHERE time_utc >= '2026-11-01T07:30:00Z': 0.01
SELECT SUM(rain_in) WHERE time_central >= '2026-11-01T07:15:00Z': null
SELECT SUM(rain_in) WHERE time_utc >= '2026-11-01T07:15:00Z': 0.03
SELECT MIN(time_central): 2026/11/01 01:15:00-06
SELECT MIN(time_utc): 2026/11/01 06:30:00+00
SELECT time_central ORDER BY time_central: 2026/11/01 01:15:00-06, 2026/11/01 01:30:00-05, 2026/11/01 01:30:00-06, 2026/11/01 01:45:00-05
SEEN
