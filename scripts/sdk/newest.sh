#!/usr/bin/env bash
# Prints the newest released .NET SDK of the pinned major version, and the runtime in it: the two arguments of move.sh.
# DOTNET_RELEASES names another copy of the list of releases.
set -euo pipefail
major=$("$(dirname "$0")/pinned.sh" | cut -d . -f 1)
curl --fail --silent --show-error --max-time 30 "${DOTNET_RELEASES:-https://builds.dotnet.microsoft.com/dotnet/release-metadata}/$major.0/releases.json" |
  jq --exit-status --raw-output '[.["latest-sdk"], .["latest-runtime"]] | select(all(test("^[0-9]+\\.[0-9]+\\.[0-9]+$"))) | join(" ")'
