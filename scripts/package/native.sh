#!/usr/bin/env bash
# usage: scripts/package/native.sh
# Compiles the tool to one native file, artifacts/packages/hydromet-linux-x64, which needs no .NET. Fails unless it writes the same bytes as the .NET tool.
# Needs clang and zlib1g-dev.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../gitops/common.sh"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
dotnet restore scripts/package/native
dotnet publish scripts/package/native -c Release -r linux-x64 --no-restore -p:DebugType=none -p:StripSymbols=true -o "$scratch/native"
dotnet build lib/Lcra.Hydromet.Tool -c Release -p:RunAnalyzers=false -v q
mkdir -p artifacts/packages
native=artifacts/packages/hydromet-linux-x64
cp "$scratch/native/Lcra.Hydromet.Tool" "$native"
chmod 755 "$native"

run() { # command that the output file comes from, then arguments
  local output=$1
  shift
  "$@" >"$output" 2>&1 || printf 'exit code %d\n' "$?" >>"$output"
}

compared=0
while read -r arguments; do
  # shellcheck disable=SC2086 # one word each
  run "$scratch/native.txt" "$native" $arguments --replay
  # shellcheck disable=SC2086
  run "$scratch/dotnet.txt" dotnet lib/Lcra.Hydromet.Tool/bin/Release/net10.0/Lcra.Hydromet.Tool.dll $arguments --replay
  diff "$scratch/dotnet.txt" "$scratch/native.txt" || refuse "'hydromet $arguments' differs from the .NET tool"
  compared=$((compared + 1))
done <<'END'
total 3018 24h
total 3018 24_hour --json
window 3018 2026-09-26T00:00 2026-09-28T00:00
daily 3018 --units mm
events 3018 --daily --csv
completion bash
total 9999 24_hour
gauges
gauges --csv
history 3018 --from 2026-09-25 --to 2026-10-01
basin Llano 24_hour
compare 3018 this_year
climate 3018
lakes
rivers --json
doctor
END
printf '%s: %d bytes; %d commands write the same bytes as the .NET tool.\n' "$native" "$(stat -c %s "$native")" "$compared"
(cd artifacts/packages && sha256sum -- hydromet-linux-x64 >>SHA256SUMS)

seconds() { # twenty runs
  local began=$EPOCHREALTIME
  for _ in {1..20}; do
    "$@" >"$scratch/output.txt"
  done
  awk -v began="$began" -v ended="$EPOCHREALTIME" 'BEGIN { print ended - began }'
}
ours=$(seconds "$native" total 3018 24_hour --replay)
theirs=$(seconds dotnet lib/Lcra.Hydromet.Tool/bin/Release/net10.0/Lcra.Hydromet.Tool.dll total 3018 24_hour --replay)
awk -v ours="$ours" -v theirs="$theirs" 'BEGIN { printf "total: %.2f of the .NET tool'"'"'s time (%.0f ms of %.0f)\n", ours / theirs, ours * 50, theirs * 50 }'
