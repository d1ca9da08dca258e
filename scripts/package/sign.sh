#!/usr/bin/env bash
# Signs every package and the native tool of artifacts/packages with the identity of who runs this; the gallery adds its own signature when it takes them.
set -euo pipefail
cd "$(dirname "$0")/../.."

(cd artifacts/packages && sha256sum --check --quiet SHA256SUMS)
for package in artifacts/packages/*.nupkg artifacts/packages/hydromet-*; do
  [[ -f $package && $package != *.sigstore.json ]] || continue
  cosign sign-blob --yes --bundle "$package.sigstore.json" "$package" >/dev/null
done
