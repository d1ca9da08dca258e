#!/usr/bin/env bash
# usage: scripts/image/bases.sh [DOCKERFILE]
# Prints the base images of samples/RainfallSite/Dockerfile, as its FROM lines name them.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../gitops/common.sh"
[[ $# -le 1 && ${1:-} != -* ]] || misused "unexpected argument '$1'"
sed -n 's/^FROM \(--platform=[^ ]* \)\{0,1\}\([^ ]*@[^ ]*\).*/\2/p' "${1:-samples/RainfallSite/Dockerfile}"
