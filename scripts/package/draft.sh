#!/usr/bin/env bash
# Drafts the release of a tag with its notes, packages, SBOMs, native tool, and signatures; brings the files up to date where the release is there.
set -euo pipefail
cd "$(dirname "$0")/../.."

tag=${1:?usage: scripts/package/draft.sh <tag>}
shopt -s nullglob
files=(artifacts/packages/*.nupkg artifacts/packages/*.cdx.json artifacts/packages/hydromet-* artifacts/packages/*.sigstore.json artifacts/packages/SHA256SUMS)
if gh release view "$tag" >/dev/null 2>&1; then
  gh release upload "$tag" "${files[@]}" --clobber
else
  gh release create "$tag" --draft --verify-tag --notes-file artifacts/packages/notes.md "${files[@]}"
fi
