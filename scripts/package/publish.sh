#!/usr/bin/env bash
# Sends artifacts/packages to the gallery (NUGET_SOURCE, or nuget.org) and puts them, signed, beside a draft of the release.
set -euo pipefail
cd "$(dirname "$0")/../.."

tag=${1:?usage: scripts/package/publish.sh <tag>}
source=${NUGET_SOURCE:-https://api.nuget.org/v3/index.json}

# Symbols go along. A package that the gallery has stays as it is, so that a publish that broke off can be run again.
dotnet nuget push 'artifacts/packages/*.nupkg' --source "$source" --api-key "${NUGET_API_KEY:-}" --skip-duplicate

files=(artifacts/packages/*.nupkg artifacts/packages/*.sigstore.json artifacts/packages/SHA256SUMS)
if gh release view "$tag" >/dev/null 2>&1; then
  gh release upload "$tag" "${files[@]}" --clobber
else
  gh release create "$tag" --draft --verify-tag --generate-notes "${files[@]}"
fi
