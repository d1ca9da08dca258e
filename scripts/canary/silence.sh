#!/usr/bin/env bash
# Warns when the canary has not run for a week, and says how to enable it. Never fails: a quiet canary stops nobody.
set -euo pipefail

limit=$((7 * 24 * 3600))
if ! last=$(gh run list --workflow canary.yml --status completed --limit 1 --json updatedAt --jq '.[0].updatedAt // empty'); then
  printf '::warning::The runs of the canary are unavailable.\n'
  exit 0
fi
if [ -z "$last" ]; then
  said='The canary has never run'
elif [ "$(($(date -u +%s) - $(date -u -d "$last" +%s)))" -gt "$limit" ]; then
  said="The canary last ran on ${last%T*}"
else
  exit 0
fi
printf '::warning::%s. GitHub switches schedules off after 60 days without a push, and never starts them in a fork. Enable it with: gh workflow enable canary.yml\n' "$said"
