#!/usr/bin/env bash
# Breaks the library in small ways, one at a time, and tells what share of the breaks the tests notice.
# Usage: scripts/mutation.sh [a glob of files below lib/Lcra.Hydromet, such as 'Rainfall/**/*.cs']
set -euo pipefail
cd "$(dirname "$0")/.."
least=80
output=$PWD/artifacts/mutation

dotnet tool restore
rm -rf "$output"
(cd tests/Lcra.Hydromet.Tests && dotnet dotnet-stryker --skip-version-check --output "$output" ${1:+--mutate "$1"})
node scripts/mutation/score.mjs "$output/reports/mutation-report.json" "$least" "${@:2}"
