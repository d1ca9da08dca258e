#!/usr/bin/env bash
# usage: scripts/gitops/bump-dev.sh [--allow-older] NAME:main-RUN-COMMIT@sha256:DIGEST
# Commits an image to the dev environment and pushes it: one file, on top of whatever the branch is by then.
# A push that loses a race is tried again on the new head, five times in all. Any number of these may run at once.
# Left out, with a sentence: an image of an earlier commit than dev's, or of the same commit by an earlier run, and any image before init.sh has run.
# A lower run number of another history is an error; --allow-older accepts it.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

options=()
if [ "${1:-}" = --allow-older ]; then
  options+=(--allow-older)
  shift
fi
[[ $# -eq 1 && $1 != -* ]] || misused 'it takes one image'
image=$1
remote=${REMOTE:-origin}
branch=${BRANCH:-main}
# shellcheck source=scripts/gitops/commit-image.sh
. scripts/gitops/commit-image.sh

commit_of() { # tag
  git rev-parse --verify --quiet "${1##*-}^{commit}"
}

# Whether dev runs an image of a later commit, or of the same commit by this run or a later one.
superseded() {
  local tag new=${image%@*} present_commit new_commit
  tag=$(sed -n 's/^  newTag: //p' "$worktree/gitops/overlays/dev/image/kustomization.yaml")
  new=${new##*:}
  if [ "${tag##*-}" = "${new##*-}" ]; then
    new=${new#main-} tag=${tag#main-}
    [ "${new%-*}" -le "${tag%-*}" ] 2>/dev/null
  else
    present_commit=$(commit_of "$tag") && new_commit=$(commit_of "$new") && git merge-base --is-ancestor "$new_commit" "$present_commit"
  fi
}

for attempt in 1 2 3 4 5; do
  open_worktree "$remote" "$branch"
  if ! initialized; then
    notice "Nothing was committed to dev: the tree still names $placeholder. Run scripts/gitops/init.sh first; the push of what it writes brings the next image."
    exit 0
  fi
  if [ "${#options[@]}" -eq 0 ] && superseded; then
    printf 'dev already runs an image of a later commit than %s, or of the same commit by a later run.\n' "$image"
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
