#!/usr/bin/env bash
# Parses malformed feeds and checks every number: fuzz.sh [cases] [first seed]. A finding prints its seed; fuzz.sh 1 SEED repeats it.
set -euo pipefail
cd "$(dirname "$0")/.."
exec dotnet run --project bench/Lcra.Hydromet.Fuzz -c Release -- "${1:-1000000}" "${2:-1000000}"
