#!/usr/bin/env bash
# Prints the newest released .NET SDK of the pinned major version.
set -euo pipefail
major=$("$(dirname "$0")/pinned.sh" | cut -d . -f 1)
curl --fail --silent --show-error --max-time 30 "${DOTNET_RELEASES:-https://builds.dotnet.microsoft.com/dotnet/release-metadata}/$major.0/releases.json" |
  sed -n 's/^ *"latest-sdk": "\([0-9.]*\)".*/\1/p'
