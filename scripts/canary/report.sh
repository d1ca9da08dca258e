#!/usr/bin/env bash
# Checks the live feeds and the SDK that the lock files were made with. Drift opens an issue, or adds to the open one; recovery closes it.
# A repository without issues, as a fork is at first, gets the report as a warning and a failed run.
set -euo pipefail
cd "$(dirname "$0")/../.."

mkdir -p artifacts/canary
report=artifacts/canary/report.md
issues=$(gh repo view --json hasIssuesEnabled --jq .hasIssuesEnabled)

report_as() { # yes|no title words-of-recovery
  local open
  if [ "$issues" != true ]; then
    [ "$1" = no ] || printf '::warning::%s: %s\n' "$2" "$(head -n 1 "$report")"
    return 0
  fi
  open=$(gh issue list --state open --json number,title --jq "map(select(.title == \"$2\"))[0].number // empty")
  if [ "$1" = yes ] && [ -z "$open" ]; then
    gh issue create --title "$2" --body-file "$report"
  elif [ "$1" = yes ]; then
    gh issue comment "$open" --body-file "$report"
  elif [ -n "$open" ]; then
    gh issue close "$open" --comment "$3"
  fi
}

status=0
dotnet run --project lib/Lcra.Hydromet.Tool -- doctor "$@" >artifacts/canary/report.txt || status=$?
cat artifacts/canary/report.txt
case "$status" in
0) feeds_drift=no ;;
4 | 5) feeds_drift=yes ;; # a feed is unavailable or unreadable, or its shape changed
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
report_as "$feeds_drift" 'A feed of LCRA is not as expected' 'Every feed is as expected again.'

newest=$(scripts/sdk/newest.sh) || newest=
pinned=$(scripts/sdk/pinned.sh)
if [ -z "$newest" ]; then
  printf '::warning::The list of .NET releases is unavailable.\n'
else
  # shellcheck disable=SC2016 # the quotes of Markdown
  printf 'The workflows and the image use %s. Move SDK, image and lock files together: `scripts/sdk/move.sh %s`.\n' "$pinned" "$newest" >"$report"
  [ "${newest% *}" = "$pinned" ] && drift=no || drift=yes
  report_as "$drift" 'There is a newer .NET SDK' "The SDK is $pinned now, the newest."
fi
# With an issue the drift is told; without one a failed run tells it.
[ "$feeds_drift" = no ] || [ "$issues" = true ]
