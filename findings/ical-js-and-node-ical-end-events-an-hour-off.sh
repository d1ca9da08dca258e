#!/usr/bin/env bash
# ical.js 2.2.1 and node-ical 0.26.1: the end of an event that has DTSTART and DURATION, when clocks change within it. For rain from 22:00 CDT on
# October 31, 2026, in America/Chicago with DURATION:PT6H, ical.js ends 7 hours later, with PT24H 25 hours later. node-ical is right there, and
# ends one of P1D after 24 hours, at 21:00 CST instead of 22:00. On March 7 both are an hour off the other way. Neither warns.
# Expected: RFC 5545, section 3.3.6, calls hours exact and days nominal: PT6H lasts 6 hours, and P1D ends at the same time of the next day.
# On October 24 both libraries have 6 and 24 hours.
# It matters for rain events in calendars: an event of six hours lasts seven, or five, its intensity is wrong, and rain of the next event is in it.
# With DTEND in UTC both are right.
# Needs Node.js and npm; installs the pinned packages into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund ical.js@2.2.1 node-ical@0.26.1

cat >ask.js <<'JS'
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

const calendar = (day, end) => `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Rain events//EN
BEGIN:VTIMEZONE
TZID:America/Chicago
BEGIN:DAYLIGHT
DTSTART:20070311T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
TZOFFSETFROM:-0600
TZOFFSETTO:-0500
TZNAME:CDT
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20071104T020000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
TZOFFSETFROM:-0500
TZOFFSETTO:-0600
TZNAME:CST
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:rain@example.com
DTSTAMP:20261115T120000Z
DTSTART;TZID=America/Chicago:${day}T220000
${end}
SUMMARY:Rain
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n');
const hours = (start, end) => (end - start) / 3_600_000;
const ask = (day, end) => {
  const text = calendar(day, end);
  const component = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.register(component.getFirstSubcomponent('vtimezone'));
  const event = new ICAL.Event(component.getFirstSubcomponent('vevent'));
  const other = nodeIcal.sync.parseICS(text)['rain@example.com'];
  console.log(`${day} ${end}: ical.js ${hours(event.startDate.toJSDate(), event.endDate.toJSDate())} h, node-ical ${hours(other.start, other.end)} h`);
};
for (const [day, end] of [['20261024', '20261025T090000Z'], ['20261031', '20261101T090000Z'], ['20260307', '20260308T100000Z']]) {
  ['DURATION:PT6H', 'DURATION:PT24H', 'DURATION:P1D', `DTEND:${end}`].forEach(end => ask(day, end));
}
JS

expected='20261024 DURATION:PT6H: ical.js 6 h, node-ical 6 h
20261024 DURATION:PT24H: ical.js 24 h, node-ical 24 h
20261024 DURATION:P1D: ical.js 24 h, node-ical 24 h
20261024 DTEND:20261025T090000Z: ical.js 6 h, node-ical 6 h
20261031 DURATION:PT6H: ical.js 7 h, node-ical 6 h
20261031 DURATION:PT24H: ical.js 25 h, node-ical 24 h
20261031 DURATION:P1D: ical.js 25 h, node-ical 24 h
20261031 DTEND:20261101T090000Z: ical.js 6 h, node-ical 6 h
20260307 DURATION:PT6H: ical.js 5 h, node-ical 6 h
20260307 DURATION:PT24H: ical.js 23 h, node-ical 24 h
20260307 DURATION:P1D: ical.js 23 h, node-ical 24 h
20260307 DTEND:20260308T100000Z: ical.js 6 h, node-ical 6 h'
seen=$(node ask.js)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'Expected:\n%s\n' "$expected" >&2; exit 1; }
