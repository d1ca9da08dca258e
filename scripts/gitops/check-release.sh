#!/usr/bin/env bash
# usage: scripts/gitops/check-release.sh TAG NAME-OF-THE-IMAGE
# Fails unless a release can be deployed: its commit has a signed image and ci passed for it. Runs before anything is published.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[ "$#" -eq 2 ] || misused 'it takes a tag and a name'
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
