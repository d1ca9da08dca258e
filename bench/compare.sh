#!/usr/bin/env bash
# Compares this checkout with an earlier commit: builds that commit in a worktree, runs both benchmark projects in turn, and prints the
# ratio of times and of allocated bytes for each benchmark that both have. About eight minutes a round.
# usage: bench/compare.sh COMMIT [ROUNDS]
# shellcheck source=bench/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
commit=${1:?usage: bench/compare.sh COMMIT [ROUNDS]}
rounds=${2:-2}
bounded $((1800 * rounds))

git -C "$repository" worktree add --quiet --detach "$work/before" "$commit"
remove_worktree() {
  git -C "$repository" worktree remove --force "$work/before" 2>/dev/null || true
  clean
}
trap remove_worktree EXIT

build() { # checkout
  timeout 900 dotnet build "$1/bench/Lcra.Hydromet.Benchmarks" -c Release --nologo -v q -p:RunAnalyzers=false >"$work/build.log" 2>&1 || {
    cat "$work/build.log"
    exit 1
  }
}

# The verdict of the benchmarks is about other limits, so their exit code does not count here.
run() { # checkout file
  (cd "$work" && dotnet "$1/bench/Lcra.Hydromet.Benchmarks/bin/Release/net10.0/Lcra.Hydromet.Benchmarks.dll" >>"$2") || true
}

build "$work/before"
build "$repository"
machine
for _ in $(seq "$rounds"); do
  run "$work/before" "$work/before.md"
  run "$repository" "$work/now.md"
done

/usr/bin/python3 - "$work/before.md" "$work/now.md" <<'PYTHON'
import re
import sys

UNITS = {"ns": 1e-3, "us": 1.0, "μs": 1.0, "ms": 1e3, "s": 1e6, "B": 1.0, "KB": 1024.0, "MB": 1024.0 ** 2}


def amount(text):
    match = re.fullmatch(r"([\d.,]+) (\S+)", text.strip())
    return float(match[1].replace(",", "")) * UNITS[match[2]] if match and match[2] in UNITS else None


def read(path):
    least = {}
    columns = []
    for line in open(path, encoding="utf-8"):
        cells = [cell.strip().strip("'*") for cell in line.strip().strip("|").split("|")]
        if "Method" in cells and "Min" in cells:
            columns = cells
        elif columns and len(cells) == len(columns):
            row = dict(zip(columns, cells))
            for column in ("Min", "Allocated"):
                value = amount(row.get(column, ""))
                if value is not None:
                    key = (row["Method"], column)
                    least[key] = min(value, least.get(key, value))
        elif not line.startswith("|"):
            columns = []
    return least


before, now = read(sys.argv[1]), read(sys.argv[2])
print("| benchmark | time, now / before | allocated, now / before |")
print("| :--- | ---: | ---: |")
for method in sorted({name for name, _ in before} & {name for name, _ in now}):
    cells = []
    for column in ("Min", "Allocated"):
        old, new = before.get((method, column)), now.get((method, column))
        cells.append(f"{new / old:.2f}" if old and new else "-")
    print(f"| {method} | {cells[0]} | {cells[1]} |")
PYTHON
