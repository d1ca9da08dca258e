#!/usr/bin/env bash
# usage: scripts/image/version.sh
# Prints version=… of this commit for the image, as MinVer reads it from the tags: 1.2.3 at v1.2.3, 1.2.4-alpha.0.5 five commits later.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../gitops/common.sh"

[ "$#" -eq 0 ] || misused "unexpected argument '$1'"
# Without the tags of the history every version would be 0.1.0-alpha.0.
if [ "$(git rev-parse --is-shallow-repository)" != false ]; then
  printf 'version: this clone is shallow or not a repository; fetch the whole history with its tags: git fetch --unshallow --tags\n' >&2
  exit 1
fi
version=$(dotnet msbuild lib/Lcra.Hydromet -restore -target:MinVer -getProperty:MinVerVersion)
if ! [[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]]; then
  printf 'version: MinVer gives no version: %s\n' "$version" >&2
  exit 1
fi
printf 'version=%s\n' "$version"
