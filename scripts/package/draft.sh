#!/usr/bin/env bash
# Drafts the release of a tag, with the packages and their signatures beside it; brings them up to date where the release is there.
set -euo pipefail
cd "$(dirname "$0")/../.."

tag=${1:?usage: scripts/package/draft.sh <tag>}
files=(artifacts/packages/*.nupkg artifacts/packages/*.sigstore.json artifacts/packages/SHA256SUMS)
if gh release view "$tag" >/dev/null 2>&1; then
  gh release upload "$tag" "${files[@]}" --clobber
else
  gh release create "$tag" --draft --verify-tag --generate-notes "${files[@]}"
fi
