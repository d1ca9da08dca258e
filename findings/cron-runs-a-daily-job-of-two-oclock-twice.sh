#!/usr/bin/env bash
# cron 4.4.0 (npm): a daily job at 2:05 in America/Chicago runs twice on November 1, 2026, when clocks go back: at 1:05 CST, an hour early,
# and at 2:05 CST. On March 8, when clocks go forward, an hourly job at minute 5 runs at 3:00 besides 3:05, at a minute that it does not name.
# Expected: 2:05 comes once on November 1, so one run. Only the daily job of March 8, whose 2:05 does not come, needs a run at another time.
# Croner 11.0.1 does so in the same process, and with cron the jobs of 1:05, which comes twice, and of 3:05 run once.
# It matters for a daily sync or report of rain: the run at 1:05 CST comes before the readings it was planned for, and the second one sends
# the report again.
# Needs Node.js 20.11 or newer and npm; installs the pinned packages into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund cron@4.4.0 luxon@3.7.2 croner@11.0.1

cat >ask.js <<'JS'
import { mock } from 'node:test';
import { CronJob } from 'cron';
import { Cron } from 'croner';

const timeZone = 'America/Chicago';
const form = new Intl.DateTimeFormat('en-US', { timeZone, month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' });
const schedulers = {
  cron: (cronTime, onTick) => CronJob.from({ cronTime, onTick, timeZone, start: true }),
  Croner: (cronTime, onTick) => new Cron(cronTime, { timezone: timeZone }, onTick),
};
const questions = [
  ['5 2 * * *', '2026-10-31T05:30Z', 60],
  ['5 1 * * *', '2026-10-31T05:30Z', 60],
  ['5 3 * * *', '2026-10-31T05:30Z', 60],
  ['5 2 * * *', '2026-03-07T06:30Z', 60],
  ['5 * * * *', '2026-03-08T06:30Z', 3],
];
for (const [name, schedule] of Object.entries(schedulers)) {
  for (const [cronTime, from, hours] of questions) {
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.parse(from) });
    const runs = [];
    const job = schedule(cronTime, () => runs.push(form.format(Date.now()).replace(',', '')));
    for (let minute = 0; minute < hours * 60; minute++) {
      mock.timers.tick(60_000);
    }
    job.stop();
    mock.timers.reset();
    console.log(`${name} "${cronTime}": ${runs.join(', ')}`);
  }
}
JS
node --no-warnings ask.js | tee seen.txt
diff - seen.txt <<'SEEN'
cron "5 2 * * *": Oct 31 02:05 CDT, Nov 1 01:05 CST, Nov 1 02:05 CST, Nov 2 02:05 CST
cron "5 1 * * *": Oct 31 01:05 CDT, Nov 1 01:05 CDT, Nov 2 01:05 CST
cron "5 3 * * *": Oct 31 03:05 CDT, Nov 1 03:05 CST, Nov 2 03:05 CST
cron "5 2 * * *": Mar 7 02:05 CST, Mar 8 03:00 CDT, Mar 9 02:05 CDT
cron "5 * * * *": Mar 8 01:05 CST, Mar 8 03:00 CDT, Mar 8 03:05 CDT, Mar 8 04:05 CDT
Croner "5 2 * * *": Oct 31 02:05 CDT, Nov 1 02:05 CST, Nov 2 02:05 CST
Croner "5 1 * * *": Oct 31 01:05 CDT, Nov 1 01:05 CDT, Nov 2 01:05 CST
Croner "5 3 * * *": Oct 31 03:05 CDT, Nov 1 03:05 CST, Nov 2 03:05 CST
Croner "5 2 * * *": Mar 7 02:05 CST, Mar 8 03:00 CDT, Mar 9 02:05 CDT
Croner "5 * * * *": Mar 8 01:05 CST, Mar 8 03:05 CDT, Mar 8 04:05 CDT
SEEN
