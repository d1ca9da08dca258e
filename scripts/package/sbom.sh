#!/usr/bin/env bash
# usage: scripts/package/sbom.sh VERSION
# Writes what each package depends on, as CycloneDX, beside it in artifacts/packages. What only builds and tests use is left out.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../gitops/common.sh"

[[ $# -eq 1 && $1 != -* ]] || misused 'it takes a version'
version=${1#v}
dotnet tool restore
for project in lib/*/*.csproj; do
  name=$(basename "$project" .csproj)
  bom=$name.$version.cdx.json
  dotnet dotnet-CycloneDX "$project" --output artifacts/packages --filename "$bom" --output-format Json --exclude-dev --set-name "$name" --set-version "$version" --set-type Library
  (cd artifacts/packages && sha256sum -- "$bom" >>SHA256SUMS)
done
