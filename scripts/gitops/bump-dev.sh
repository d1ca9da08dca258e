#!/usr/bin/env bash
# Commits an image to the dev environment and pushes it: one file, on top of whatever the branch is by then.
# A push that loses a race is tried again on the new head, five times in all. An older run than dev has is refused.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if [ "$#" -ne 1 ]; then
  printf 'usage: scripts/gitops/bump-dev.sh <name>:main-<run number>-<commit>@sha256:<64 hex>\n' >&2
  exit 2
fi
image=$1
remote=${REMOTE:-origin}
branch=${BRANCH:-main}
# shellcheck source=scripts/gitops/commit-image.sh
. scripts/gitops/commit-image.sh

for attempt in 1 2 3 4 5; do
  open_worktree "$remote" "$branch"
  commit_image dev "$image"
  if ! committed; then
    printf 'dev already runs %s.\n' "$image"
    exit 0
  fi
  if git -C "$worktree" push --quiet "$remote" "HEAD:refs/heads/$branch"; then
    printf 'Pushed %s to %s.\n' "$image" "$branch"
    exit 0
  fi
  printf 'Push %s of 5 was rejected.\n' "$attempt" >&2
done
printf 'bump-dev: %s could not be pushed to %s; dev does not run it.\n' "$image" "$branch" >&2
exit 1
