#!/usr/bin/env bash
# usage: scripts/image/built.sh NAME:sha-COMMIT
# Prints digest=sha256:… when this commit has an image, and digest= when it does not: a second run must not build it again.
# A registry that gives no clear response counts as "no image" here; scripts/image/tag.sh still never moves a tag.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../gitops/common.sh"
# shellcheck source=scripts/image/registry.sh
. scripts/image/registry.sh

[[ $# -eq 1 && $1 != -* ]] || misused 'it takes the name of an image with its tag'
digest=$(digest_of "$1") || digest=
printf 'digest=%s\n' "$digest"
