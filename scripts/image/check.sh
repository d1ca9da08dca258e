#!/usr/bin/env bash
# usage: scripts/image/check.sh
# Builds the site's image and runs it as each environment would, on this machine and without a daemon.
# The base images are the pinned ones, or local ones where their registry cannot be reached.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../gitops/common.sh"
[ "$#" -eq 0 ] || misused "unexpected argument '$1'"
if [ "$(id -u)" -ne 0 ]; then
  exec sudo env "PATH=$PATH" "HOME=$HOME" scripts/image/check.sh
fi
# shellcheck source=scripts/image/containers.sh
. scripts/image/containers.sh

# One check at a time: they share the names of containers.
exec 9>"$containers_home/lock"
flock 9

image=localhost/rainfall:check
runtime=$(scripts/image/bases.sh | grep /dotnet/aspnet:)
build=(scripts/image/build.sh --tag "$image")
if ! timeout 20 skopeo inspect --raw "docker://${runtime%%:*}@${runtime#*@}" >/dev/null 2>&1; then
  printf 'The registry of %s cannot be reached; the base images are made from this machine.\n' "${runtime%%:*}"
  build+=(--local-bases)
  runtime=localhost/hydromet/runtime
fi
"${build[@]}"
version=$(scripts/image/version.sh) || version=version=0.1.0-alpha.0
labeled=$(podman image inspect --format '{{index .Labels "org.opencontainers.image.version"}}' "$image")
if [ "version=$labeled" != "$version" ]; then
  printf 'The image says %s, and the commit %s.\n' "$labeled" "$version"
  exit 1
fi

# What we add to the base: only the site's folder, and little that changes with each commit.
scratch=$(mktemp -d)
trap 'podman image unmount "$image" >/dev/null 2>&1 || true; rm -rf "$scratch"' EXIT
podman image diff --format json "$image" "$runtime" >"$scratch/diff.json"
grep -oE '"/[^"]*"' "$scratch/diff.json" | tr -d '"' | sort >"$scratch/files"
if foreign=$(grep -vE '^/app(/|$)' "$scratch/files"); then
  printf 'The image changes files outside /app:\n%s\n' "$foreign"
  exit 1
fi
root=$(podman image mount "$image")
grep -E '^/app/[^/]+\.(dll|so)$' "$scratch/files" | grep -vE '^/app/(RainfallSite|Lcra)\.' >"$scratch/packages"
grep -vxFf "$scratch/packages" "$scratch/files" >"$scratch/site"
compressed() { # list of files
  tar --create --no-recursion --directory "$root" --files-from <(sed 's#^/##' "$1") | gzip -9 | wc -c
}
bytes=$(compressed "$scratch/site")
printf 'Layer of the site: %d files, %d bytes compressed; of its packages, which stays the same: %d files, %d bytes.\n' \
  "$(wc -l <"$scratch/site")" "$bytes" "$(wc -l <"$scratch/packages")" "$(compressed "$scratch/packages")"
if [ "$bytes" -ge 5000000 ]; then
  printf 'The layer of the site is not under 5 MB.\n'
  exit 1
fi
layers() { # image: the layers above the runtime's
  podman image inspect --format '{{range .RootFS.Layers}}{{println .}}{{end}}' "$1" | grep sha256
}
if [ "$(($(layers "$image" | wc -l) - $(layers "$runtime" | wc -l)))" -lt 2 ]; then
  printf 'Site and packages share a layer.\n'
  exit 1
fi
for file in RainfallSite Lcra.Hydromet Polly.Core CsvHelper; do
  if ! LC_ALL=C grep -aqP 'RTR\x00' "$root/app/$file.dll"; then
    printf '%s.dll is not compiled for this processor (ReadyToRun), so each start would compile it.\n' "$file"
    exit 1
  fi
done
if unpublished=$(find "$root/app" -name '*.pdb' -o -name '*.cs' -o -name '*.cshtml' -o -name 'appsettings.Development.json' | grep .); then
  printf 'These files have no place in the image:\n%s\n' "$unpublished"
  exit 1
fi
if [ ! -s "$root/app/wwwroot/lib/leaflet/leaflet.js" ]; then
  printf 'The image lacks the libraries of the map.\n'
  exit 1
fi

# In a network of its own, where nothing but the site and a feed server is: the manifests' ports are free, and LCRA is out of reach.
unshare --net scripts/image/try-site.sh "$image" 9>&-
podman image prune --force --filter until=168h >/dev/null
