#!/usr/bin/env bash
# usage: scripts/image/name.sh
# Prints what the image of this run is called: by run number and commit (which dev follows), and by commit (which a release looks for).
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../gitops/common.sh"
[ "$#" -eq 0 ] || misused "unexpected argument '$1'"
repository=${GITHUB_REPOSITORY:?owner/name}
commit=${GITHUB_SHA:-$(git rev-parse HEAD)}
name=${REGISTRY:-ghcr.io}/${repository,,}
printf 'name=%s\nimage=%s:main-%s-%s\nby-commit=%s:sha-%s\n' "$name" "$name" "${GITHUB_RUN_NUMBER:-0}" "${commit:0:7}" "$name" "$commit"
