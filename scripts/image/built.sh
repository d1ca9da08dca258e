#!/usr/bin/env bash
# Prints digest=sha256:… when this commit has an image, and digest= when it does not: a second run must not build it again.
# A registry that gives no clear response counts as "no image" here; scripts/image/tag.sh still never moves a tag.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=scripts/image/registry.sh
. scripts/image/registry.sh

name=${1:?usage: scripts/image/built.sh <name>:sha-<commit>}
digest=$(digest_of "$name") || digest=
printf 'digest=%s\n' "$digest"
