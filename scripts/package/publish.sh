#!/usr/bin/env bash
# Sends artifacts/packages to the gallery: NUGET_SOURCE, or nuget.org.
set -euo pipefail
cd "$(dirname "$0")/../.."

source=${NUGET_SOURCE:-https://api.nuget.org/v3/index.json}
(cd artifacts/packages && sha256sum --check --quiet SHA256SUMS)
# Symbols go along. A package that the gallery has stays as it is, so that a publish that broke off can be run again.
dotnet nuget push 'artifacts/packages/*.nupkg' --source "$source" --api-key "${NUGET_API_KEY:-}" --skip-duplicate
