#!/usr/bin/env bash
# cron-parser 5.10.6 (npm): prev() finds other runs than next() on the days on which clocks change. In America/Chicago on March 8, 2026, when
# clocks go forward, next() runs the daily job of 2:05 at 3:05, and one of 2:00 and 4:00 at 3:00 and 4:00; prev() has neither 3:05 nor 3:00.
# On November 1, when clocks go back, next() runs the daily job of 1:30 at 1:30 CDT; prev() has a second run, at 1:30 CST.
# Expected: the same runs in both directions, as on every other day, and as Croner 11.0.1 gives them for the same jobs. The README describes
# one iterator that goes forward and back, and says that it handles changes of the clocks.
# It matters for a sync of rain that asks prev() at its start whether it missed a run: on March 8 it finds that of March 7, which was done, and
# the day's rain stays out; on November 1 it finds a run that nobody missed.
# Needs Node.js and npm; installs the pinned packages into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund cron-parser@5.10.6 croner@11.0.1

cat >ask.js <<'JS'
import { CronExpressionParser } from 'cron-parser';
import { Cron } from 'croner';

const timeZone = 'America/Chicago';
const form = new Intl.DateTimeFormat('en-US', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' });
const schedulers = {
  'cron-parser': {
    next: (pattern, from) => {
      const runs = CronExpressionParser.parse(pattern, { tz: timeZone, currentDate: from });
      return () => runs.next().toDate();
    },
    prev: (pattern, to) => {
      const runs = CronExpressionParser.parse(pattern, { tz: timeZone, currentDate: to });
      return () => runs.prev().toDate();
    },
  },
  Croner: {
    next: (pattern, from) => {
      const cron = new Cron(pattern, { timezone: timeZone });
      let run = from;
      return () => (run = cron.nextRun(run));
    },
    prev: (pattern, to) => {
      const runs = new Cron(pattern, { timezone: timeZone }).previousRuns(30, to);
      return () => runs.shift();
    },
  },
};
const runsOf = (begin, pattern, start, end, from) => {
  const runs = [];
  const next = begin(pattern, from);
  for (let run = next(); run >= start && run < end; run = next()) {
    runs.push(run);
  }
  return runs.sort((one, other) => one - other).map(run => form.format(run)).join(', ') || 'none';
};
const days = [['2026-03-08T06:00Z', '2026-03-09T05:00Z'], ['2026-03-10T05:00Z', '2026-03-11T05:00Z'], ['2026-11-01T05:00Z', '2026-11-02T06:00Z']];
for (const [name, { next, prev }] of Object.entries(schedulers)) {
  for (const [start, end] of days.map(day => day.map(time => new Date(time)))) {
    for (const pattern of ['5 2 * * *', '0 2,4 * * *', '30 1 * * *']) {
      const forward = runsOf(next, pattern, start, end, new Date(start - 1000));
      const backward = runsOf(prev, pattern, start, end, end);
      console.log(`${name}, ${start.toISOString().slice(0, 10)}, "${pattern}": next ${forward}; prev ${backward}`);
    }
  }
}
JS
node ask.js | tee seen.txt
diff - seen.txt <<'SEEN'
cron-parser, 2026-03-08, "5 2 * * *": next 03:05 CDT; prev none
cron-parser, 2026-03-08, "0 2,4 * * *": next 03:00 CDT, 04:00 CDT; prev 04:00 CDT
cron-parser, 2026-03-08, "30 1 * * *": next 01:30 CST; prev 01:30 CST
cron-parser, 2026-03-10, "5 2 * * *": next 02:05 CDT; prev 02:05 CDT
cron-parser, 2026-03-10, "0 2,4 * * *": next 02:00 CDT, 04:00 CDT; prev 02:00 CDT, 04:00 CDT
cron-parser, 2026-03-10, "30 1 * * *": next 01:30 CDT; prev 01:30 CDT
cron-parser, 2026-11-01, "5 2 * * *": next 02:05 CST; prev 02:05 CST
cron-parser, 2026-11-01, "0 2,4 * * *": next 02:00 CST, 04:00 CST; prev 02:00 CST, 04:00 CST
cron-parser, 2026-11-01, "30 1 * * *": next 01:30 CDT; prev 01:30 CDT, 01:30 CST
Croner, 2026-03-08, "5 2 * * *": next 03:00 CDT; prev 03:00 CDT
Croner, 2026-03-08, "0 2,4 * * *": next 04:00 CDT; prev 04:00 CDT
Croner, 2026-03-08, "30 1 * * *": next 01:30 CST; prev 01:30 CST
Croner, 2026-03-10, "5 2 * * *": next 02:05 CDT; prev 02:05 CDT
Croner, 2026-03-10, "0 2,4 * * *": next 02:00 CDT, 04:00 CDT; prev 02:00 CDT, 04:00 CDT
Croner, 2026-03-10, "30 1 * * *": next 01:30 CDT; prev 01:30 CDT
Croner, 2026-11-01, "5 2 * * *": next 02:05 CST; prev 02:05 CST
Croner, 2026-11-01, "0 2,4 * * *": next 02:00 CST, 04:00 CST; prev 02:00 CST, 04:00 CST
Croner, 2026-11-01, "30 1 * * *": next 01:30 CDT; prev 01:30 CDT
SEEN
