#!/usr/bin/env bash
# Runs mutation testing on the library and prints the share of mutants killed.
# Usage: scripts/mutation.sh [--part 1/3] [--survivors] [a glob of files below lib/Lcra.Hydromet, such as 'Rainfall/**/*.cs']
# The whole library takes about 80 minutes on two cores; --part 1/3 is every third file. For the score of all parts run
# node scripts/mutation/score.mjs 80 artifacts/mutation-?-of-3/reports/mutation-report.json.
set -euo pipefail
cd "$(dirname "$0")/.."
least=80
output=$PWD/artifacts/mutation
chosen=()
options=()
while [ $# -gt 0 ]; do
  case $1 in
    --part)
      output+="-${2/\//-of-}"
      while read -r file; do
        chosen+=(--mutate "$file")
      done < <(cd lib/Lcra.Hydromet && git ls-files '*.cs' | awk -v part="${2%/*}" -v parts="${2#*/}" 'NR % parts == part % parts')
      shift
      ;;
    --*) options+=("$1") ;;
    *) chosen+=(--mutate "$1") ;;
  esac
  shift
done

dotnet tool restore
rm -rf "$output"
(cd tests/Lcra.Hydromet.Tests && dotnet dotnet-stryker --skip-version-check --concurrency "$(nproc)" --output "$output" "${chosen[@]}")
node scripts/mutation/score.mjs "$least" "$output/reports/mutation-report.json" "${options[@]}"
