#!/usr/bin/env bash
# usage: scripts/package/rehearse.sh [VERSION]
# Rehearses a release from a clean clone with the scripts that the workflows call, and publishes nothing: prepares and tags, packs, compiles the native tool,
# writes SBOMs and notes, installs from the folder into new applications, and promotes an image for two processors in a registry on this machine.
# Signatures and GitHub are stand-ins. Needs root for the image (it asks sudo), clang, zlib1g-dev, docker-registry, buildah, and skopeo.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../gitops/common.sh"

version=${1:-0.1.0}
root=$(mktemp -d)
registry=''
sudo=()
[ "$(id -u)" -eq 0 ] || sudo=(sudo env "PATH=$PATH" "HOME=$HOME" INSECURE_REGISTRY=true)
# What root made in the clone, only root can delete.
trap '[ -z "$registry" ] || kill "$registry" 2>/dev/null || true; "${sudo[@]}" rm -rf "$root"' EXIT
say() { printf '\n== %s\n' "$*"; }

say 'A clean clone, prepared and tagged'
commit=$(git rev-parse HEAD)
git clone --quiet . "$root/clone"
git init --quiet --bare --initial-branch main "$root/remote.git"
clone=$root/clone
cd "$clone"
git remote set-url origin "$root/remote.git"
git checkout --quiet -B main "$commit"
export GIT_AUTHOR_NAME=rehearsal GIT_AUTHOR_EMAIL=rehearsal@localhost GIT_COMMITTER_NAME=rehearsal GIT_COMMITTER_EMAIL=rehearsal@localhost
scripts/gitops/init.sh rehearsal/site rain.example.org >/dev/null
port=$((20000 + RANDOM % 10000))
name=127.0.0.1:$port/rehearsal/site
sed -i "s#^  newName: .*#  newName: $name#" gitops/overlays/{dev,prod}/image/kustomization.yaml
scripts/package/prepare.sh "$version"
git commit --quiet --all --message "Release $version"
git tag "v$version"
git push --quiet origin main "v$version"

say 'Packages, native tool, SBOMs, notes'
scripts/package/pack.sh "v$version"
scripts/package/native.sh
scripts/package/sbom.sh "v$version"
scripts/package/notes.sh "v$version" >artifacts/packages/notes.md
(cd artifacts/packages && sha256sum --check --quiet SHA256SUMS)
ls -l artifacts/packages

say 'Applications that install from the folder'
packages=$clone/artifacts/packages
expected=$(awk '/^```text/ { inside = 1; next } /^```/ { inside = 0 } inside' lib/Lcra.Hydromet.Replay/README.md)
try() { # name, then other packages with their versions
  local folder=$root/$1 restored=$root/restored-$1
  shift
  dotnet new console --output "$folder" --no-restore >/dev/null
  printf '<Project><PropertyGroup><RestoreAdditionalProjectSources>%s</RestoreAdditionalProjectSources><RestorePackagesPath>%s</RestorePackagesPath></PropertyGroup></Project>\n' "$packages" "$restored" >"$folder/Directory.Build.props"
  {
    printf '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup><ItemGroup>\n'
    printf '<PackageReference Include="%s" Version="%s" />\n' Lcra.Hydromet "$version" Lcra.Hydromet.Replay "$version" "$@"
    printf '</ItemGroup></Project>\n'
  } >"$folder/$(basename "$folder").csproj"
  awk '/^```csharp/ { inside = 1; next } /^```/ { inside = 0 } inside' lib/Lcra.Hydromet.Replay/README.md >"$folder/Program.cs"
  local said
  said=$(cd "$folder" && dotnet run)
  [ "$said" = "$expected" ] || refuse "the application $folder printed '$said' and not '$expected'"
  printf '%s: %s\n' "$(basename "$folder")" "$said"
}
try net10
try extensions11 Microsoft.Extensions.Http 11.0.0 Microsoft.Extensions.Options.ConfigurationExtensions 11.0.0 Microsoft.Extensions.Diagnostics.HealthChecks 11.0.0
dotnet restore tests/Lcra.Hydromet.TrimTests -v q
scripts/package/trimmed.sh | tail -n 1
dotnet tool install Lcra.Hydromet.Tool --tool-path "$root/tools" --version "$version" --add-source "$packages" >/dev/null
DOTNET_ROOT=$(dirname "$(readlink -f "$(command -v dotnet)")") "$root/tools/hydromet" total 3018 24_hour --replay

say 'An image for two processors, and its promotion'
cat >"$root/registry.yml" <<END
version: 0.1
storage: { filesystem: { rootdirectory: $root/registry } }
http: { addr: 127.0.0.1:$port }
END
docker-registry serve "$root/registry.yml" >"$root/registry.log" 2>&1 &
registry=$!
export INSECURE_REGISTRY=true GITHUB_REPOSITORY=rehearsal/site
commit=$(git rev-parse HEAD)
"${sudo[@]}" scripts/image/index.sh "$name:sha-$commit"
skopeo inspect --tls-verify=false --raw "docker://$name:sha-$commit" | jq -r '.manifests[].platform | "\(.os)/\(.architecture)"'

# What the workflow signs and GitHub knows.
mkdir "$root/bin"
printf '#!/bin/sh\nexit 0\n' >"$root/bin/cosign"
# shellcheck disable=SC2016 # for the stand-in
printf '#!/bin/sh\necho "completed success"\n' >"$root/bin/gh"
chmod +x "$root/bin/cosign" "$root/bin/gh"
PATH=$root/bin:$PATH scripts/gitops/check-release.sh "v$version" "$name"
PATH=$root/bin:$PATH scripts/gitops/promote.sh "$version" "$name"
git fetch --quiet origin promote/prod
git --no-pager diff main FETCH_HEAD
printf '\nThe release of %s is rehearsed; nothing was published.\n' "$version"
