#!/usr/bin/env bash
# Runs the in-memory benchmarks with their limits, the growth run and, if python3-pandas is installed, the peer's join.
# Prints Markdown tables and the verdict. About four minutes.
# shellcheck source=bench/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
recordings=$repository/lib/Lcra.Hydromet.Replay/Recordings/2026-10-02/media
timeout 900 dotnet build "$repository/bench/Lcra.Hydromet.Benchmarks" -c Release --nologo -v q -p:RunAnalyzers=false >"$work/build.log" 2>&1 || {
  cat "$work/build.log"
  exit 1
}

bounded 600
arguments=()
machine
if /usr/bin/python3 -c 'import pandas, flask' 2>/dev/null; then
  peer=$(cd "$repository/bench/peer" && PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 join.py "$recordings/Rainfall.csv" "$recordings/Rain5Day.csv")
  arguments=("$peer")
  printf 'The join of the peer (pandas, two feeds in memory): %s us, median.\n' "$peer"
else
  echo "Without Debian's python3-pandas and python3-flask the peer is left out."
fi

cd "$work"
dotnet "$repository/bench/Lcra.Hydromet.Benchmarks/bin/Release/net10.0/Lcra.Hydromet.Benchmarks.dll" "${arguments[@]}"
