#!/usr/bin/env bash
# usage: scripts/package/notes.sh VERSION
# Prints what CHANGELOG.md says about a version; about what is unreleased for a preview, such as 1.2.3-rc.1.
set -euo pipefail
cd "$(dirname "$0")/../.."

version=${1:?usage: scripts/package/notes.sh VERSION}
version=${version#v}
section=$version
[[ $version != *-* ]] || section=Unreleased
notes=$(awk -v section="$section" '/^## / { inside = $2 == section; next } inside' CHANGELOG.md)
if ! grep -q '[^[:space:]]' <<<"$notes"; then
  printf "notes: CHANGELOG.md says nothing under '## %s'; run scripts/package/prepare.sh %s and commit\n" "$section" "$version" >&2
  exit 1
fi
printf '%s\n' "$notes" | sed '/./,$!d'
