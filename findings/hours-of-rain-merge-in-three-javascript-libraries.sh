#!/usr/bin/env bash
# The start of the hour, in the hour that comes twice when clocks go back (America/Chicago, November 1, 2026): for 07:30 UTC (1:30 CST)
# date-fns 4.4.0, with and without @date-fns/tz 1.5.0, Day.js 1.11.23, with and without its time zone plugin, and Vega 6.4.0's time unit of year,
# month, date and hours give 06:00 UTC, one hour and a half earlier and the same as for 06:30 UTC (1:30 CDT).
# Expected: 07:00 UTC, as Luxon 3.7.2, Moment Timezone 0.6.6, d3-time 3.1.1 and Vega's own interval of hours give in the same process.
# It matters for rain by the hour: a group by the start of the hour adds two hours up, and a bar of the chart has the rain of both.
# Needs Node.js and npm; installs the pinned packages into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund date-fns@4.4.0 @date-fns/tz@1.5.0 dayjs@1.11.23 vega@6.4.0 luxon@3.7.2 moment-timezone@0.6.6 d3-time@3.1.1

cat >ask.js <<'JS'
import { startOfHour } from 'date-fns';
import { TZDate } from '@date-fns/tz';
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { timeFloor, timeInterval } from 'vega';
import { DateTime } from 'luxon';
import moment from 'moment-timezone';
import { timeHour } from 'd3-time';

dayjs.extend(utc);
dayjs.extend(timezone);
const zone = 'America/Chicago';
const hours = {
  'date-fns': time => startOfHour(time),
  '@date-fns/tz': time => startOfHour(new TZDate(time, zone)),
  'Day.js': time => dayjs(time).startOf('hour'),
  'Day.js with its time zone plugin': time => dayjs(time).tz(zone).startOf('hour'),
  'Vega, time unit': time => timeFloor(['year', 'month', 'date', 'hours'])(time),
  'Vega, interval': time => timeInterval('hours').floor(time),
  Luxon: time => DateTime.fromJSDate(time, { zone }).startOf('hour'),
  'Moment Timezone': time => moment.tz(time, zone).startOf('hour'),
  'd3-time': time => timeHour.floor(time),
};
for (const [name, hour] of Object.entries(hours)) {
  console.log(`${name}: ${['06:30', '07:30'].map(time => new Date(+hour(new Date(`2026-11-01T${time}Z`))).toISOString().slice(11, 16)).join(' ')}`);
}
JS

expected='date-fns: 06:00 06:00
@date-fns/tz: 06:00 06:00
Day.js: 06:00 06:00
Day.js with its time zone plugin: 06:00 06:00
Vega, time unit: 06:00 06:00
Vega, interval: 06:00 07:00
Luxon: 06:00 07:00
Moment Timezone: 06:00 07:00
d3-time: 06:00 07:00'
seen=$(TZ=America/Chicago node ask.js)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'Expected:\n%s\n' "$expected" >&2; exit 1; }
