#!/usr/bin/env bash
# usage: scripts/gitops/promote.sh [--allow-older] VERSION NAME-OF-THE-IMAGE
# Proposes a released version for prod: finds the image that was built from the release's commit, verifies its signature and that ci passed,
# gives the same digest the version as a tag, and pushes the branch promote/prod, which changes prod's image file and nothing else.
# What the change does to the cluster is written to artifacts/promote/body.md. --allow-older makes it a rollback.
# Before init.sh has run, the image is tagged and nothing is proposed.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

rm -rf artifacts/promote
options=()
if [ "${1:-}" = --allow-older ]; then
  options+=(--allow-older)
  shift
fi
[[ $# -eq 2 && $1 != -* ]] || misused 'it takes a version and a name'
# shellcheck source=scripts/gitops/released-image.sh
. scripts/gitops/released-image.sh
# shellcheck source=scripts/gitops/commit-image.sh
. scripts/gitops/commit-image.sh
version='' commit='' digest=''
read_version "$1"
name=$2
remote=${REMOTE:-origin}
proposal=promote/prod

find_released_image "$remote" "$version" "$name"
image=$name@$digest
scripts/image/verify.sh "$image"
scripts/gitops/await-ci.sh "$commit"
scripts/image/tag.sh "$image" "$name:$version"

open_worktree "$remote" main
if ! initialized; then
  notice "Nothing was proposed for prod: the tree still names $placeholder. Run scripts/gitops/init.sh first, then promote $version by hand."
  exit 0
fi
before=$(sed -n 's/^  newTag: //p' "$worktree/gitops/overlays/prod/image/kustomization.yaml")
scripts/gitops/kustomize.sh "$worktree/gitops/overlays/prod" >"$worktree.before"
commit_image prod "$name:$version@$digest" "${options[@]}"
if ! committed; then
  rm -f "$worktree.before"
  printf 'prod already runs %s.\n' "$version"
  exit 0
fi
scripts/gitops/kustomize.sh "$worktree/gitops/overlays/prod" >"$worktree.after"

mkdir -p artifacts/promote
# shellcheck disable=SC2016 # the quotes of Markdown
{
  printf 'prod: %s to %s\n\n`%s:%s@%s`, built from %s and signed by this repository.\n' "$before" "$version" "$name" "$version" "$digest" "$commit"
  printf 'Merging deploys it. To undo it afterwards, revert the merge, or run `promote` with the older version.\n\n```diff\n'
  diff --unified=3 --label "prod $before" --label "prod $version" "$worktree.before" "$worktree.after" || true
  printf '```\n'
} >artifacts/promote/body.md
printf 'deploy(prod): %s\n' "$version" >artifacts/promote/title.txt
rm -f "$worktree.before" "$worktree.after"

# Two runs for one release propose the same; the second leaves the branch, and its checks, alone.
if git fetch --quiet "$remote" "refs/heads/$proposal" 2>/dev/null && [ "$(git rev-parse 'FETCH_HEAD^{tree}' 'FETCH_HEAD^1')" = "$(git -C "$worktree" rev-parse 'HEAD^{tree}' 'HEAD^1')" ]; then
  printf '%s proposes %s already.\n' "$proposal" "$version"
  exit 0
fi
git -C "$worktree" push --quiet --force "$remote" "HEAD:refs/heads/$proposal"
printf 'Pushed %s to %s; artifacts/promote/body.md says what it changes.\n' "$version" "$proposal"
