#!/usr/bin/env bash
# Moves everything that names the .NET SDK to another version, in one commit's worth of changes: global.json, workflows, base images, lock files.
# The runtime image's tag is the runtime of that SDK, the second argument: scripts/sdk/move.sh $(scripts/sdk/newest.sh)
set -euo pipefail
cd "$(dirname "$0")/../.."

sdk=${1:?usage: scripts/sdk/move.sh <sdk version> <runtime version>}
runtime=${2:?usage: scripts/sdk/move.sh <sdk version> <runtime version>}
for version in "$sdk" "$runtime"; do
  if ! [[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]]; then
    printf "move: '%s' is not a version such as 10.0.402\n" "$version" >&2
    exit 1
  fi
done
pinned=$(scripts/sdk/pinned.sh)
sed -i "s|\"version\": \"$pinned\"|\"version\": \"$sdk\"|; s|($pinned or newer)|($sdk or newer)|" global.json
sed -i "s|dotnet-version: $pinned\$|dotnet-version: $sdk|" .github/workflows/*.yml
sed -i "s|^\(FROM .*/dotnet/sdk:\)[0-9.]*|\1$sdk|; s|^\(FROM .*/dotnet/aspnet:\)[0-9.]*|\1$runtime|" samples/RainfallSite/Dockerfile
scripts/image/pin-bases.sh
if [ "$(dotnet --version)" = "$sdk" ]; then
  dotnet restore --force-evaluate
else
  printf 'move: install the SDK %s and run: dotnet restore --force-evaluate\n' "$sdk" >&2
  exit 1
fi
