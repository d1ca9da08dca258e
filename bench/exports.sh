#!/usr/bin/env bash
# Writes a year of readings at 15 minutes of 400 gauges (14 million rows) in each format, and beside CSV and JSON Lines the same rows with
# Sep and Utf8JsonWriter. CPU time is the least of three rounds, one process each. About three minutes.
# shellcheck source=bench/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
gauges=${1:-400}
publish bench/Lcra.Hydromet.ExportRates rates
bounded 900
machine
for _ in 1 2 3; do
  for format in rows csv sep jsonl utf8json parquet; do
    dotnet "$work/rates/Lcra.Hydromet.ExportRates.dll" "$format" "$gauges"
  done
done >"$work/runs"

least() { awk -v format="$1" -v field="$2" '$1 == format && (!n++ || $field < least) { least = $field } END { print least }' "$work/runs"; }
most() { awk -v format="$1" '$1 == format && $4 > most { most = $4 } END { print most + 0 }' "$work/runs"; }
share() { awk -v over="$1" -v under="$2" 'BEGIN { printf "%.3g", over / under }'; }

printf '%s rows; making them takes %s CPU seconds, which are part of the others.\n\n' "$(least rows 5)" "$(least rows 2)"
printf '| writer | CPU seconds | MB | peak above rest, MB |\n| --- | --- | --- | --- |\n'
for format in csv sep jsonl utf8json parquet; do
  printf '| %s | %s | %s | %s |\n' "$format" "$(least "$format" 2)" "$(share "$(least "$format" 3)" 1000000)" "$(most "$format")"
done

printf '\n| what | measured | target | |\n| --- | --- | --- | --- |\n'
judge "CSV, times Sep's rate" "$(share "$(least sep 2)" "$(least csv 2)")" '>=' 0.5 ''
judge "JSON Lines, times Utf8JsonWriter's rate" "$(share "$(least utf8json 2)" "$(least jsonl 2)")" '>=' 0.5 ''
judge "Parquet, times CSV's CPU time" "$(share "$(least parquet 2)" "$(least csv 2)")" '<=' 1 ''
judge "Parquet, share of CSV's bytes" "$(share "$(least parquet 3)" "$(least csv 3)")" '<=' 0.01 ''
for format in csv jsonl parquet; do
  judge "$format, peak above rest" "$(most "$format")" '<=' 64 MB
done
exit "$missed"
