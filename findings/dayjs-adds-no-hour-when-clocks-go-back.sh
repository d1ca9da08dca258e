#!/usr/bin/env bash
# Day.js 1.11.23 with its time zone plugin, on a machine in the same zone: an hour added to 1:00 CDT on November 1, 2026, in America/Chicago gives
# 1:00 CDT again, and midnight plus four hours is three hours later. A loop that adds 15 minutes has the hour from 06:00 UTC twice, and all
# times after it are an hour early; on March 8, when clocks go forward, the hour from 08:00 UTC has none. On a machine in UTC the instants are
# right, and format() has the offset of before the change: 07:00 UTC is "02:00 -05:00".
# Expected: hours and minutes are added as time that passes, the same on every machine, as Luxon 3.7.2 and Moment Timezone 0.6.6 do, and as
# Day.js does on the same machine without the plugin.
# It matters for steps of a rain series: they are right in tests, which run in UTC, and wrong for people who live where the gauges are. Add
# in UTC, and name the zone last: dayjs.utc(time).add(1, 'hour').tz(zone).
# Needs Node.js and npm; installs the pinned packages into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund dayjs@1.11.23 luxon@3.7.2 moment-timezone@0.6.6

cat >ask.js <<'JS'
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { DateTime } from 'luxon';
import moment from 'moment-timezone';

dayjs.extend(utc);
dayjs.extend(timezone);
const zone = 'America/Chicago';
const libraries = {
  'Day.js with its time zone plugin': [from => dayjs(from).tz(zone), time => time.add(15, 'minute')],
  'Day.js without it': [from => dayjs(from), time => time.add(15, 'minute')],
  'Day.js in UTC': [from => dayjs.utc(from), time => time.add(15, 'minute')],
  Luxon: [from => DateTime.fromISO(from, { zone }), time => time.plus({ minutes: 15 })],
  'Moment Timezone': [from => moment.tz(from, zone), time => time.clone().add(15, 'minutes')],
};
const instant = time => new Date(+time).toISOString().slice(11, 16);
const machine = process.env.TZ;
for (const [name, [start, add]] of Object.entries(libraries)) {
  for (const from of ['2026-11-01T05:00:00Z', '2026-03-08T06:00:00Z']) {
    const hours = new Map();
    let time = start(from);
    for (let quarter = 0; quarter < 16; quarter++, time = add(time)) {
      const hour = `${instant(time).slice(0, 3)}00`;
      hours.set(hour, (hours.get(hour) ?? 0) + 1);
    }
    console.log(`${machine}, ${name}, quarter hours since ${from.slice(0, 16)}Z: ${[...hours].map(([hour, quarters]) => `${hour} has ${quarters}`).join(', ')}`);
  }
}
const before = dayjs('2026-11-01T06:00:00Z').tz(zone);
console.log(`${machine}, ${before.format('HH:mm Z')} and an hour: ${before.add(1, 'hour').format('HH:mm Z')}, ${instant(before.add(1, 'hour'))} UTC`);
console.log(`${machine}, midnight and four hours: ${instant(dayjs('2026-11-01T05:00:00Z').tz(zone).add(4, 'hour'))} UTC`);
JS
{
  TZ=America/Chicago node ask.js
  TZ=UTC node ask.js
} | tee seen.txt
diff - seen.txt <<'SEEN'
America/Chicago, Day.js with its time zone plugin, quarter hours since 2026-11-01T05:00Z: 05:00 has 4, 06:00 has 8, 07:00 has 4
America/Chicago, Day.js with its time zone plugin, quarter hours since 2026-03-08T06:00Z: 06:00 has 4, 07:00 has 4, 09:00 has 4, 10:00 has 4
America/Chicago, Day.js without it, quarter hours since 2026-11-01T05:00Z: 05:00 has 4, 06:00 has 4, 07:00 has 4, 08:00 has 4
America/Chicago, Day.js without it, quarter hours since 2026-03-08T06:00Z: 06:00 has 4, 07:00 has 4, 08:00 has 4, 09:00 has 4
America/Chicago, Day.js in UTC, quarter hours since 2026-11-01T05:00Z: 05:00 has 4, 06:00 has 4, 07:00 has 4, 08:00 has 4
America/Chicago, Day.js in UTC, quarter hours since 2026-03-08T06:00Z: 06:00 has 4, 07:00 has 4, 08:00 has 4, 09:00 has 4
America/Chicago, Luxon, quarter hours since 2026-11-01T05:00Z: 05:00 has 4, 06:00 has 4, 07:00 has 4, 08:00 has 4
America/Chicago, Luxon, quarter hours since 2026-03-08T06:00Z: 06:00 has 4, 07:00 has 4, 08:00 has 4, 09:00 has 4
America/Chicago, Moment Timezone, quarter hours since 2026-11-01T05:00Z: 05:00 has 4, 06:00 has 4, 07:00 has 4, 08:00 has 4
America/Chicago, Moment Timezone, quarter hours since 2026-03-08T06:00Z: 06:00 has 4, 07:00 has 4, 08:00 has 4, 09:00 has 4
America/Chicago, 01:00 -05:00 and an hour: 01:00 -05:00, 06:00 UTC
America/Chicago, midnight and four hours: 08:00 UTC
UTC, Day.js with its time zone plugin, quarter hours since 2026-11-01T05:00Z: 05:00 has 4, 06:00 has 4, 07:00 has 4, 08:00 has 4
UTC, Day.js with its time zone plugin, quarter hours since 2026-03-08T06:00Z: 06:00 has 4, 07:00 has 4, 08:00 has 4, 09:00 has 4
UTC, Day.js without it, quarter hours since 2026-11-01T05:00Z: 05:00 has 4, 06:00 has 4, 07:00 has 4, 08:00 has 4
UTC, Day.js without it, quarter hours since 2026-03-08T06:00Z: 06:00 has 4, 07:00 has 4, 08:00 has 4, 09:00 has 4
UTC, Day.js in UTC, quarter hours since 2026-11-01T05:00Z: 05:00 has 4, 06:00 has 4, 07:00 has 4, 08:00 has 4
UTC, Day.js in UTC, quarter hours since 2026-03-08T06:00Z: 06:00 has 4, 07:00 has 4, 08:00 has 4, 09:00 has 4
UTC, Luxon, quarter hours since 2026-11-01T05:00Z: 05:00 has 4, 06:00 has 4, 07:00 has 4, 08:00 has 4
UTC, Luxon, quarter hours since 2026-03-08T06:00Z: 06:00 has 4, 07:00 has 4, 08:00 has 4, 09:00 has 4
UTC, Moment Timezone, quarter hours since 2026-11-01T05:00Z: 05:00 has 4, 06:00 has 4, 07:00 has 4, 08:00 has 4
UTC, Moment Timezone, quarter hours since 2026-03-08T06:00Z: 06:00 has 4, 07:00 has 4, 08:00 has 4, 09:00 has 4
UTC, 01:00 -05:00 and an hour: 02:00 -05:00, 07:00 UTC
UTC, midnight and four hours: 09:00 UTC
SEEN
