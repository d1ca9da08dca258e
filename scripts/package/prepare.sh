#!/usr/bin/env bash
# usage: scripts/package/prepare.sh VERSION
# Prepares the commit that a release is tagged at: the changes of CHANGELOG.md under the version, the version in CITATION.cff,
# new public members in the shipped lists, and the last release as the one that packages are compared with. Commits nothing.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../gitops/common.sh"

version=${1:-}
version=${version#v}
[[ $version =~ ^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$ ]] || misused 'it takes a version, such as 1.2.3'
! grep -q "^## $version " CHANGELOG.md || refuse "CHANGELOG.md has $version already"
today=$(date -u +%F)
sed -i "s/^## Unreleased\$/&\n\n## $version ($today)/" CHANGELOG.md
scripts/package/notes.sh "$version" >/dev/null

sed -i '/^version:/d; /^date-released:/d' CITATION.cff
sed -i "s/^type: software\$/&\nversion: $version\ndate-released: $today/" CITATION.cff

for unshipped in lib/*/PublicAPI.Unshipped.txt; do
  shipped=${unshipped/Unshipped/Shipped}
  grep -qv '^#nullable enable$' "$unshipped" || continue
  {
    printf '#nullable enable\n'
    # A line that begins with *REMOVED* ends a member of the shipped list.
    { grep -vxF -f <(sed -n 's/^\*REMOVED\*//p' "$unshipped") "$shipped"; grep -v '^\*REMOVED\*' "$unshipped"; } | grep -vx '#nullable enable' | LC_ALL=C sort -u
  } >"$shipped.new"
  mv "$shipped.new" "$shipped"
  printf '#nullable enable\n' >"$unshipped"
done

last=$(git tag --list 'v*' --merged HEAD --sort=-version:refname | grep -v - | head -n 1 || true)
if [ -n "$last" ]; then
  sed -i "s|<PackageValidationBaselineVersion>.*<|<PackageValidationBaselineVersion>${last#v}<|" lib/Directory.Build.props
fi
git --no-pager diff --stat
