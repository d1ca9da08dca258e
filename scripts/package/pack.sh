#!/usr/bin/env bash
# Packs the libraries as a version into artifacts/packages; the pack itself compares each with its own target frameworks and baseline.
set -euo pipefail
cd "$(dirname "$0")/../.."

version=${1:?usage: scripts/package/pack.sh <version>}
version=${version#v}
if ! [[ $version =~ ^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?$ ]]; then
  printf "pack: '%s' is no version\n" "$version" >&2
  exit 1
fi

rm -rf artifacts/packages
for project in lib/*/*.csproj; do
  dotnet pack "$project" --configuration Release --output artifacts/packages -p:Version="$version" -p:ContinuousIntegrationBuild=true
  name=$(basename "$project" .csproj)
  package=artifacts/packages/$name.$version.nupkg
  parts=$(unzip -Z1 "$package")
  for part in "$name.nuspec" README.md icon.png; do
    if ! grep -qxF "$part" <<<"$parts"; then
      printf 'pack: %s lacks %s\n' "$package" "$part" >&2
      exit 1
    fi
  done
done
(cd artifacts/packages && sha256sum -- *.nupkg *.snupkg | tee SHA256SUMS)
