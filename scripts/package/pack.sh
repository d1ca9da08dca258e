#!/usr/bin/env bash
# Packs the libraries into artifacts/packages. MinVer reads the version from the tag of the commit, which must be the given one;
# the pack itself compares each package with its own target frameworks and baseline.
set -euo pipefail
cd "$(dirname "$0")/../.."

version=${1:?usage: scripts/package/pack.sh <version>}
version=${version#v}
if ! [[ $version =~ ^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?$ ]]; then
  printf "pack: '%s' is not a valid version\n" "$version" >&2
  exit 1
fi
# Without the tags of the history every version would be 0.1.0-alpha.0.
if [ "$(git rev-parse --is-shallow-repository)" != false ]; then
  printf 'pack: this clone is shallow or not a repository; fetch the whole history with its tags: git fetch --unshallow --tags\n' >&2
  exit 1
fi

rm -rf artifacts/packages
for project in lib/*/*.csproj; do
  dotnet pack "$project" --configuration Release --output artifacts/packages -p:ContinuousIntegrationBuild=true
  name=$(basename "$project" .csproj)
  package=artifacts/packages/$name.$version.nupkg
  if [ ! -f "$package" ]; then
    printf 'pack: %s was packed as another version; tag this commit v%s first\n' "$name" "$version" >&2
    exit 1
  fi
  parts=$(unzip -Z1 "$package")
  for part in "$name.nuspec" README.md icon.png; do
    if ! grep -qxF "$part" <<<"$parts"; then
      printf 'pack: %s lacks %s\n' "$package" "$part" >&2
      exit 1
    fi
  done
done
(cd artifacts/packages && sha256sum -- *.nupkg *.snupkg | tee SHA256SUMS)
