#!/usr/bin/env bash
# Spacetime 7.15.0 (npm): on a machine in America/Chicago, texts of UTC in the hours before a change of the clocks are read an hour off. On November
# 1, 2026, 05:00Z is 06:00Z, and on March 8 06:00Z is 05:00Z: 20 quarter hours of the one day and 28 of the other, with and without a zone as
# the second parameter. Nothing warns. On these days machines in UTC, Berlin, and Tokyo read all right, and so does Chicago, if the texts
# have an offset, such as 00:00-05:00.
# Expected: Z names an instant, whatever the zone of the machine is, as Date.parse has it in the same process.
# It matters for rain around the changes: readings are an hour late or early on the machines of those who live where the gauges are, and
# the rain of two hours falls together. Give Spacetime the number that Date.parse returns.
# Needs Node.js and npm; installs the pinned package into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund spacetime@7.15.0

cat >ask.js <<'JS'
import spacetime from 'spacetime';

const text = instant => new Date(instant).toISOString().replace(':00.000Z', ':00Z');
for (const day of ['2026-03-08', '2026-07-01', '2026-11-01']) {
  const instants = Array.from({ length: 96 }, (_, quarter) => Date.parse(`${day}T00:00:00Z`) + 900_000 * quarter);
  const wrong = instants.filter(instant => spacetime(text(instant), 'America/Chicago').epoch !== instant);
  const without = instants.filter(instant => spacetime(text(instant)).epoch !== instant);
  const range = wrong.length === 0 ? '' : `, from ${text(wrong[0])}, read as ${text(spacetime(text(wrong[0]), 'America/Chicago').epoch)}, to ${text(wrong.at(-1))}`;
  console.log(`${process.env.TZ}, ${day}: ${wrong.length} of 96 are wrong, ${without.length} without a zone${range}`);
}
for (const time of ['2026-11-01T05:00:00Z', '2026-11-01T00:00:00-05:00', '2026-03-08T06:00:00Z', '2026-03-08T00:00:00-06:00']) {
  console.log(`${process.env.TZ}, ${time}: ${text(spacetime(time, 'America/Chicago').epoch)}, from Date.parse ${text(spacetime(Date.parse(time), 'America/Chicago').epoch)}`);
}
JS
for zone in America/Chicago UTC Europe/Berlin Asia/Tokyo; do
  TZ=$zone node ask.js
done | tee seen.txt
diff - seen.txt <<'SEEN'
America/Chicago, 2026-03-08: 28 of 96 are wrong, 28 without a zone, from 2026-03-08T02:00:00Z, read as 2026-03-08T01:00:00Z, to 2026-03-08T08:45:00Z
America/Chicago, 2026-07-01: 0 of 96 are wrong, 0 without a zone
America/Chicago, 2026-11-01: 20 of 96 are wrong, 20 without a zone, from 2026-11-01T01:00:00Z, read as 2026-11-01T02:00:00Z, to 2026-11-01T05:45:00Z
America/Chicago, 2026-11-01T05:00:00Z: 2026-11-01T06:00:00Z, from Date.parse 2026-11-01T05:00:00Z
America/Chicago, 2026-11-01T00:00:00-05:00: 2026-11-01T05:00:00Z, from Date.parse 2026-11-01T05:00:00Z
America/Chicago, 2026-03-08T06:00:00Z: 2026-03-08T05:00:00Z, from Date.parse 2026-03-08T06:00:00Z
America/Chicago, 2026-03-08T00:00:00-06:00: 2026-03-08T06:00:00Z, from Date.parse 2026-03-08T06:00:00Z
UTC, 2026-03-08: 0 of 96 are wrong, 0 without a zone
UTC, 2026-07-01: 0 of 96 are wrong, 0 without a zone
UTC, 2026-11-01: 0 of 96 are wrong, 0 without a zone
UTC, 2026-11-01T05:00:00Z: 2026-11-01T05:00:00Z, from Date.parse 2026-11-01T05:00:00Z
UTC, 2026-11-01T00:00:00-05:00: 2026-11-01T05:00:00Z, from Date.parse 2026-11-01T05:00:00Z
UTC, 2026-03-08T06:00:00Z: 2026-03-08T06:00:00Z, from Date.parse 2026-03-08T06:00:00Z
UTC, 2026-03-08T00:00:00-06:00: 2026-03-08T06:00:00Z, from Date.parse 2026-03-08T06:00:00Z
Europe/Berlin, 2026-03-08: 0 of 96 are wrong, 0 without a zone
Europe/Berlin, 2026-07-01: 0 of 96 are wrong, 0 without a zone
Europe/Berlin, 2026-11-01: 0 of 96 are wrong, 0 without a zone
Europe/Berlin, 2026-11-01T05:00:00Z: 2026-11-01T05:00:00Z, from Date.parse 2026-11-01T05:00:00Z
Europe/Berlin, 2026-11-01T00:00:00-05:00: 2026-11-01T05:00:00Z, from Date.parse 2026-11-01T05:00:00Z
Europe/Berlin, 2026-03-08T06:00:00Z: 2026-03-08T06:00:00Z, from Date.parse 2026-03-08T06:00:00Z
Europe/Berlin, 2026-03-08T00:00:00-06:00: 2026-03-08T06:00:00Z, from Date.parse 2026-03-08T06:00:00Z
Asia/Tokyo, 2026-03-08: 0 of 96 are wrong, 0 without a zone
Asia/Tokyo, 2026-07-01: 0 of 96 are wrong, 0 without a zone
Asia/Tokyo, 2026-11-01: 0 of 96 are wrong, 0 without a zone
Asia/Tokyo, 2026-11-01T05:00:00Z: 2026-11-01T05:00:00Z, from Date.parse 2026-11-01T05:00:00Z
Asia/Tokyo, 2026-11-01T00:00:00-05:00: 2026-11-01T05:00:00Z, from Date.parse 2026-11-01T05:00:00Z
Asia/Tokyo, 2026-03-08T06:00:00Z: 2026-03-08T06:00:00Z, from Date.parse 2026-03-08T06:00:00Z
Asia/Tokyo, 2026-03-08T00:00:00-06:00: 2026-03-08T06:00:00Z, from Date.parse 2026-03-08T06:00:00Z
SEEN
