#!/usr/bin/env bash
# usage: scripts/gitops/await-ci.sh COMMIT
# Waits for the workflow ci of a commit and fails unless it passed. ci ignores a commit that only bumps an image, so the commit below counts.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[[ $# -eq 1 && $1 != -* ]] || misused 'it takes one commit'
commit=$(git rev-parse --verify --quiet --end-of-options "$1^{commit}") || refuse "there is no commit '$1'"
while git rev-parse --verify --quiet "$commit^1" >/dev/null && git diff --quiet "$commit^1" "$commit" -- . ':(exclude,glob)gitops/overlays/*/image/**'; do
  commit=$(git rev-parse "$commit^1")
done

short=${commit:0:7}
seconds=${AWAIT_CI_SECONDS:-20}
unseen=0
for _ in $(seq 1 "${AWAIT_CI_TRIES:-150}"); do
  # The run of a pull request is of another commit: GitHub tests its merge.
  runs=$(gh run list --workflow ci.yml --commit "$commit" --limit 50 --json event,status,conclusion \
    --jq '.[] | select(.event == "push" or .event == "workflow_dispatch") | .status + " " + .conclusion')
  if grep -qx 'completed success' <<<"$runs"; then
    printf 'ci passed for %s.\n' "$short"
    exit 0
  elif [ -z "$runs" ]; then
    unseen=$((unseen + 1))
    [ "$unseen" -lt 6 ] || refuse "ci has not run for $short; run it with 'gh workflow run ci.yml --ref main', then run this again"
  elif ! grep -qv '^completed ' <<<"$runs"; then
    refuse "ci did not pass for $short; nothing is deployed. When a rerun of ci passes, run this again"
  fi
  sleep "$seconds"
done
refuse "ci of $short has not ended in time; run this again when it has"
