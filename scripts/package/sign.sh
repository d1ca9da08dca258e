#!/usr/bin/env bash
# Signs every package of artifacts/packages with the identity of who runs this; the gallery adds its own signature when it takes them.
set -euo pipefail
cd "$(dirname "$0")/../.."

(cd artifacts/packages && sha256sum --check --quiet SHA256SUMS)
for package in artifacts/packages/*.nupkg; do
  cosign sign-blob --yes --bundle "$package.sigstore.json" "$package" >/dev/null
done
