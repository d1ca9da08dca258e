#!/usr/bin/env bash
# usage: scripts/gitops/propose.sh
# Opens the pull request of what scripts/gitops/promote.sh has pushed, or brings the open one up to date. Does nothing when nothing was pushed.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
[ "$#" -eq 0 ] || misused "unexpected argument '$1'"
[ -f artifacts/promote/body.md ] || exit 0

title=$(cat artifacts/promote/title.txt)
is_open() {
  [ -n "$(gh pr list --head promote/prod --base main --state open --json number --jq '.[].number')" ]
}

# Another run may open it between the question and the command.
if is_open || ! gh pr create --head promote/prod --base main --title "$title" --body-file artifacts/promote/body.md; then
  is_open
  gh pr edit promote/prod --title "$title" --body-file artifacts/promote/body.md
fi
