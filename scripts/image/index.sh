#!/usr/bin/env bash
# usage: scripts/image/index.sh NAME:TAG
# Builds the site's image for linux/amd64 and linux/arm64 on base images made from this machine's files, and pushes both as one index,
# as the action of image.yml does on the pinned ones. For the rehearsal of a release: what is made for another processor than this one's does not run.
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
for processor in amd64 arm64; do
  scripts/image/build.sh --local-bases --platform "linux/$processor" --tag "localhost/rainfall:$processor"
  buildah manifest add --arch "$processor" --os linux "$index" "localhost/rainfall:$processor" >/dev/null
done
buildah manifest push --all --quiet --format v2s2 --tls-verify="$tls_verify" "$index" "docker://$1"
