#!/usr/bin/env bash
# Prints the base images of samples/RainfallSite/Dockerfile, as its FROM lines name them.
set -euo pipefail
sed -n 's/^FROM \(--platform=[^ ]* \)\{0,1\}\([^ ]*@[^ ]*\).*/\2/p' "${1:-$(dirname "$0")/../../samples/RainfallSite/Dockerfile}"
