#!/usr/bin/env bash
# Commits an image to the dev environment and pushes it: one file, on top of whatever the branch is by then.
# A push that loses a race is tried again on the new head, five times in all. Any number of these may run at once.
# An image of an earlier commit than dev's is left out; a lower run number of another history is an error (--allow-older accepts it).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

options=()
if [ "${1:-}" = --allow-older ]; then
  options+=(--allow-older)
  shift
fi
if [ "$#" -ne 1 ]; then
  printf 'usage: scripts/gitops/bump-dev.sh [--allow-older] <name>:main-<run number>-<commit>@sha256:<64 hex>\n' >&2
  exit 2
fi
image=$1
remote=${REMOTE:-origin}
branch=${BRANCH:-main}
# shellcheck source=scripts/gitops/commit-image.sh
. scripts/gitops/commit-image.sh

commit_of() { # tag or image
  local tag=${1%@*}
  git rev-parse --verify --quiet "${tag##*-}^{commit}"
}

# Whether dev runs an image of a later commit.
superseded() {
  local present new
  present=$(commit_of "$(sed -n 's/^  newTag: //p' "$worktree/gitops/overlays/dev/image/kustomization.yaml")") || return 1
  new=$(commit_of "$image") || return 1
  [ "$present" != "$new" ] && git merge-base --is-ancestor "$new" "$present"
}

for attempt in 1 2 3 4 5; do
  open_worktree "$remote" "$branch"
  if [ "${#options[@]}" -eq 0 ] && superseded; then
    printf 'dev already runs an image of a later commit than %s.\n' "$image"
    exit 0
  fi
  commit_image dev "$image" "${options[@]}"
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
printf 'bump-dev: %s could not be pushed to %s; dev does not run it. If a rule protects %s, see scripts/gitops/github.sh.\n' "$image" "$branch" "$branch" >&2
exit 1
