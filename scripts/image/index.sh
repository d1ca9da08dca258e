#!/usr/bin/env bash
# usage: scripts/image/index.sh NAME:TAG
# Builds the site's image on base images made from this machine's files, and pushes it for linux/amd64 and linux/arm64 as one index, as the action of image.yml
# pushes what it builds on the pinned ones. For the rehearsal of a release: both have the same files, so only the one of this machine's processor runs.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../gitops/common.sh"
[[ $# -eq 1 && $1 != -* ]] || misused 'it takes a name with its tag'
# shellcheck source=scripts/image/registry.sh
. scripts/image/registry.sh
# shellcheck source=scripts/image/containers.sh
. scripts/image/containers.sh

exec 9>"$containers_home/lock"
flock 9
index=localhost/rainfall:index
buildah manifest rm "$index" >/dev/null 2>&1 || true
buildah manifest create "$index" >/dev/null
scripts/image/build.sh --local-bases --tag localhost/rainfall:built
for processor in amd64 arm64; do
  container=$(buildah from --pull-never localhost/rainfall:built)
  buildah config --arch "$processor" "$container"
  buildah commit --quiet --rm --format docker "$container" "localhost/rainfall:$processor" >/dev/null
  buildah manifest add --arch "$processor" --os linux "$index" "localhost/rainfall:$processor" >/dev/null
done
buildah manifest push --all --quiet --format v2s2 --tls-verify="$tls_verify" "$index" "docker://$1"
