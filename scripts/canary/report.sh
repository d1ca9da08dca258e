#!/usr/bin/env bash
# Asks the live feeds whether they still are what the library expects. Drift opens an issue, or adds to the open one; recovery closes it.
set -euo pipefail
cd "$(dirname "$0")/../.."

title='A feed of LCRA is not as expected'
mkdir -p artifacts/canary
report=artifacts/canary/report.md
status=0
dotnet run --project lib/Lcra.Hydromet.Tool -- doctor "$@" >artifacts/canary/report.txt || status=$?
cat artifacts/canary/report.txt
case "$status" in
0) drift=no ;;
4 | 5) drift=yes ;; # a feed could not be had or read, or its shape changed
*)
  printf 'canary: the doctor itself failed with %s\n' "$status" >&2
  exit 1
  ;;
esac

# The report quotes the feeds: as code, line by line.
{
  printf 'What hydromet doctor found on %s:\n\n' "$(date -u +%Y-%m-%d)"
  sed 's/^/    /' artifacts/canary/report.txt
} >"$report"
open=$(gh issue list --state open --json number,title --jq "map(select(.title == \"$title\"))[0].number // empty")
if [ "$drift" = yes ] && [ -z "$open" ]; then
  gh issue create --title "$title" --body-file "$report"
elif [ "$drift" = yes ]; then
  gh issue comment "$open" --body-file "$report"
elif [ -n "$open" ]; then
  gh issue close "$open" --comment 'Every feed is as expected again.'
fi
