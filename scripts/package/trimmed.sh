#!/usr/bin/env bash
# Publishes a trimmed program over the library, where a trim warning is an error, runs it and checks what it prints.
set -euo pipefail
cd "$(dirname "$0")/../.."

published=$(mktemp -d)
trap 'rm -rf "$published"' EXIT

dotnet publish tests/Lcra.Hydromet.TrimTests --no-restore -c Release -r linux-x64 --self-contained -o "$published"

expected='LCRA:3018 Hamilton Creek near Marble Falls, the last 24 hours: 2.81 in, 2026-10-01 06:55 -05:00 to 2026-10-02 06:55 -05:00'
actual=$("$published/Lcra.Hydromet.TrimTests")
if [ "$actual" != "$expected" ]; then
  printf 'The trimmed program printed\n%s\nand not\n%s\n' "$actual" "$expected"
  exit 1
fi
printf 'The trimmed program read the rain.\n'
