#!/usr/bin/env bash
# Fails unless a release can be deployed: its commit has a signed image and ci passed for it. Runs before anything is published.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

refuse() {
  printf 'check-release: %s\n' "$*" >&2
  exit 1
}

[ "$#" -eq 2 ] || refuse 'usage: scripts/gitops/check-release.sh <tag> <name of the image>'
# shellcheck source=scripts/gitops/released-image.sh
. scripts/gitops/released-image.sh
case $1 in
  *-*)
    printf '%s is a preview; it is not deployed.\n' "$1"
    exit 0
    ;;
esac
commit='' digest=''
read_version "$1"
find_released_image "${REMOTE:-origin}" "$version" "$2"
scripts/image/verify.sh "$2@$digest"
scripts/gitops/await-ci.sh "$commit"
