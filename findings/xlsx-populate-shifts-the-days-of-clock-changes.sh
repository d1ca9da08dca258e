#!/usr/bin/env bash
# xlsx-populate 1.21.0: on the two days of a year on which clocks change, a Date is written an hour off. In America/Chicago, 23:30 CST on
# November 1, 2026, is written as 0:30 on November 2, equal to the cell of 0:30 CST on November 2, and 15:00 CDT on March 8 as 14:00.
# Reading the workbook again with xlsx-populate gives the wrong instant too.
# Expected: the local clock time on each day, as it writes on every other day of the year, in summer and in winter; a cell has no offset.
# It matters for rain by the day: the readings of the last hour of November 1 are in the next day, the last hour of March 8 has none.
# Needs Node.js and npm; installs the pinned package into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund xlsx-populate@1.21.0

cat >ask.js <<'JS'
import XlsxPopulate from 'xlsx-populate';

const written = await XlsxPopulate.fromBlankAsync();
const times = ['2026-03-07T21:00Z', '2026-03-08T20:00Z', '2026-03-09T20:00Z', '2026-11-01T05:30Z', '2026-11-01T06:30Z', '2026-11-01T18:00Z', '2026-11-02T05:30Z', '2026-11-02T06:30Z'];
times.forEach((time, row) => written.sheet(0).cell(row + 1, 1).value(new Date(time)));
const read = await XlsxPopulate.fromDataAsync(await written.outputAsync());
times.forEach((time, row) => {
  const days = read.sheet(0).cell(row + 1, 1).value();
  const cell = new Date(Math.round((days - 25569) * 86400) * 1000).toISOString().slice(0, 16).replace('T', ' ');
  const again = XlsxPopulate.numberToDate(days).toISOString().slice(0, 16);
  console.log(`${new Date(time).toString().slice(0, 33)}: cell ${cell}, read again ${again}Z${Date.parse(`${again}Z`) === Date.parse(time) ? '' : ' instead of ' + time}`);
});
JS

expected='Sat Mar 07 2026 15:00:00 GMT-0600: cell 2026-03-07 15:00, read again 2026-03-07T21:00Z
Sun Mar 08 2026 15:00:00 GMT-0500: cell 2026-03-08 14:00, read again 2026-03-08T19:00Z instead of 2026-03-08T20:00Z
Mon Mar 09 2026 15:00:00 GMT-0500: cell 2026-03-09 15:00, read again 2026-03-09T20:00Z
Sun Nov 01 2026 00:30:00 GMT-0500: cell 2026-11-01 00:30, read again 2026-11-01T05:30Z
Sun Nov 01 2026 01:30:00 GMT-0500: cell 2026-11-01 01:30, read again 2026-11-01T06:30Z
Sun Nov 01 2026 12:00:00 GMT-0600: cell 2026-11-01 13:00, read again 2026-11-01T19:00Z instead of 2026-11-01T18:00Z
Sun Nov 01 2026 23:30:00 GMT-0600: cell 2026-11-02 00:30, read again 2026-11-02T06:30Z instead of 2026-11-02T05:30Z
Mon Nov 02 2026 00:30:00 GMT-0600: cell 2026-11-02 00:30, read again 2026-11-02T06:30Z'
seen=$(TZ=America/Chicago node ask.js)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'Expected:\n%s\n' "$expected" >&2; exit 1; }
