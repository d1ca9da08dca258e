#!/usr/bin/env bash
# usage: scripts/package/notes.sh VERSION
# Prints what CHANGELOG.md says about a version; about what is unreleased for a preview, such as 1.2.3-rc.1.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../gitops/common.sh"

[[ $# -eq 1 && $1 != -* ]] || misused 'it takes a version'
version=${1#v}
section=$version
[[ $version != *-* ]] || section=Unreleased
notes=$(awk -v section="$section" '/^## / { inside = $2 == section; next } inside' CHANGELOG.md)
if ! grep -q '[^[:space:]]' <<<"$notes"; then
  refuse "CHANGELOG.md says nothing under '## $section'; run scripts/package/prepare.sh $version and commit"
fi
printf '%s\n' "$notes" | sed '/./,$!d'
