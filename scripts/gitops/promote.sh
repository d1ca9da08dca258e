#!/usr/bin/env bash
# Proposes a released version for prod: finds the image that was built from the release's commit, verifies its signature, gives the
# same digest the version as a tag, and pushes the branch promote/prod, which changes prod's image file and nothing else.
# What the change does to the cluster is written to artifacts/promote/body.md. --allow-older makes it a rollback.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

refuse() {
  printf 'promote: %s\n' "$*" >&2
  exit 1
}

rm -rf artifacts/promote
options=()
if [ "${1:-}" = --allow-older ]; then
  options+=(--allow-older)
  shift
fi
[ "$#" -eq 2 ] || refuse 'usage: scripts/gitops/promote.sh [--allow-older] <version> <name of the image>'
version=${1#v}
name=$2
[[ $version =~ ^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$ ]] || refuse "'$1' is no version"
remote=${REMOTE:-origin}
proposal=promote/prod
# shellcheck source=scripts/image/registry.sh
. scripts/image/registry.sh
# shellcheck source=scripts/gitops/commit-image.sh
. scripts/gitops/commit-image.sh

# Commits that deploy or document make no image; the one below them did, with the same site in it.
git fetch --quiet "$remote" "refs/tags/v$version:refs/tags/v$version" || refuse "there is no tag v$version"
commit=$(git rev-parse "v$version^{commit}")
while true; do
  digest=$(digest_of "$name:sha-$commit") || refuse "the registry of $name does not answer"
  [ -z "$digest" ] || break
  built=$(git diff-tree --no-commit-id --name-only -r -m --first-parent "$commit" -- . ':!gitops' ':!docs' ':!*.md' | head -n 1)
  [ -z "$built" ] || refuse "no image was built from ${commit:0:7}, which changes $built; release a commit that main was pushed at"
  commit=$(git rev-parse --verify --quiet "$commit^1") || refuse "no image was built from v$version"
done
image=$name@$digest

scripts/image/verify.sh "$image"
tagged=$(digest_of "$name:$version")
[ -z "$tagged" ] || [ "$tagged" = "$digest" ] || refuse "$name:$version is $tagged already; a release does not change"
[ -n "$tagged" ] || add_tag "$name" "$digest" "$version"

open_worktree "$remote" main
before=$(sed -n 's/^  newTag: //p' "$worktree/gitops/overlays/prod/image/kustomization.yaml")
kubectl kustomize "$worktree/gitops/overlays/prod" >"$worktree.before"
commit_image prod "$name:$version@$digest" "${options[@]}"
if ! committed; then
  rm -f "$worktree.before"
  printf 'prod already runs %s.\n' "$version"
  exit 0
fi
kubectl kustomize "$worktree/gitops/overlays/prod" >"$worktree.after"

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

git -C "$worktree" push --quiet --force "$remote" "HEAD:refs/heads/$proposal"
printf 'Pushed %s to %s; artifacts/promote/body.md says what it changes.\n' "$version" "$proposal"
