#!/usr/bin/env bash
# usage: scripts/image/build.sh [--local-bases] [--tag NAME]
# Builds the site's image from samples/RainfallSite/Dockerfile, with docker or buildah.
# --local-bases takes base images made from this machine's files (scripts/image/local-bases.sh) instead of the pinned ones.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../gitops/common.sh"

bases=pinned
tag=localhost/rainfall:local
while [ "$#" -gt 0 ]; do
  case $1 in
    --local-bases) bases=local ;;
    --tag)
      tag=${2:-}
      [ -n "$tag" ] || misused '--tag needs a name'
      shift
      ;;
    *) misused "unknown argument '$1'" ;;
  esac
  shift
done

arguments=(--file samples/RainfallSite/Dockerfile --tag "$tag" --build-arg "REVISION=$(git rev-parse HEAD)")
# Without the SDK, or in a shallow clone, the image has the Dockerfile's version.
if version=$(scripts/image/version.sh); then
  arguments+=(--build-arg "VERSION=${version#version=}")
fi
if [ "$bases" = pinned ] && [ -z "${CONTAINERS_STORAGE_CONF:-}" ] && docker version >/dev/null 2>&1; then
  exec env DOCKER_BUILDKIT=1 docker build "${arguments[@]}" .
fi

# shellcheck source=scripts/image/containers.sh
. scripts/image/containers.sh
arguments+=(--layers --format docker --isolation chroot)
if [ "$bases" = local ]; then
  scripts/image/local-bases.sh
  packages=${NUGET_PACKAGES:-$HOME/.nuget/packages}
  modules=$(npm root --global 2>/dev/null)
  dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
  mkdir -p "$packages"
  while read -r base; do
    case $base in
      */dotnet/aspnet:*) here=localhost/hydromet/runtime ;;
      *) here=localhost/hydromet/tools ;;
    esac
    arguments+=(--build-context "$base=container-image://$here")
  done < <(scripts/image/bases.sh)
  arguments+=(
    --pull-never
    --volume "$packages:/mnt/nuget:ro" --volume "$dotnet:/usr/share/dotnet:ro" --volume "$modules:$modules:ro" --volume /etc/ssl/certs:/etc/ssl/certs:ro
  )
fi
buildah build "${arguments[@]}" .
