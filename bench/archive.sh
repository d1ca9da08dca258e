#!/usr/bin/env bash
# usage: bench/archive.sh [millions] [growth]
# Loads and reads archives in SQLite and PostgreSQL beside the databases' own loaders and bare statements, and compares reads of a million readings with
# those of more: 10 million, or 100, which take 12 GB. About ten minutes with 10. Each number is the least of five rounds in turn.
# With growth it compares archives whose days are packed, and nothing else: 100 million readings take 0.3 GB and a server's log of 1 GB.
# shellcheck source=bench/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
millions=${1:-10}
programs=$(dirname "$(compgen -G '/usr/lib/postgresql/1[56]/bin/postgres' | head -n 1)")
publish bench/Lcra.Hydromet.ArchiveRates rates
bounded "$([ "${2:-}" = growth ] && echo $((300 + millions * 15)) || echo $((900 + millions * 60)))"
machine

start_postgres() {
  local user=()
  chmod 711 "$work"
  mkdir "$work/postgres"
  if [ "$(id -u)" = 0 ]; then
    # The server refuses to run as root.
    chown postgres "$work/postgres"
    user=(setpriv --reuid=postgres --regid=postgres --clear-groups)
  fi
  "${user[@]}" "$programs/initdb" -D "$work/postgres/data" -A trust -U archive -E UTF8 --locale=C --no-sync >"$work/initdb.log"
  port=$(free_port)
  (cd / && exec "${user[@]}" "$programs/postgres" -D "$work/postgres/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off \
    -c full_page_writes=off -c shared_buffers=128MB >"$work/postgres.log" 2>&1) &
  postgres=$!
  started+=("$postgres")
  for _ in $(seq 100); do
    "$programs/pg_isready" -q -h 127.0.0.1 -p "$port" && return
    sleep 0.1
  done
  cat "$work/postgres.log" >&2
  return 1
}

# Each run has empty stores, which are removed after it: $work/$name has its names and numbers.
rates() { # name load|reads sqlite|postgresql gauges days
  local folder=$work/store
  mkdir "$folder"
  if [ "$3" = postgresql ]; then
    for database in rows packs; do
      "$programs/createdb" -h 127.0.0.1 -p "$port" -U archive "$database"
    done
  fi
  dotnet "$work/rates/Lcra.Hydromet.ArchiveRates.dll" "$2" "$3" "$folder" "$4" "$5" 5 "Host=127.0.0.1;Port=$port;Username=archive;Database=" "$postgres" >"$work/$1"
  if [ "$3" = postgresql ]; then
    for database in rows packs; do
      "$programs/dropdb" -h 127.0.0.1 -p "$port" -U archive "$database"
    done
  fi
  rm -r "$folder"
}

value() { awk -v name="$2" '$1 == name { print $2 }' "$work/$1"; }
growth() { awk -v after="$(value "$2" "$3")" -v before="$(value "$1" "$3")" 'BEGIN { printf "%.3g", after / before }'; }

start_postgres
if [ "${2:-}" = growth ]; then
  printf '| what | measured | target | |\n| :--- | ---: | ---: | :--- |\n'
  for store in sqlite postgresql; do
    rates "$store" growth "$store" 400 $((millions * 27))
    for read in window year rank network-day newest; do
      judge "$store, packed: $read, growth from $(value "$store" readings-before) to $(value "$store" readings) readings ($(value "$store" "$read-ms") ms)" "$(value "$store" "$read")" '<=' 1.3 ''
    done
    printf '%s: %s bytes.\n' "$store" "$(value "$store" bytes)" >>"$work/sizes"
  done
  cat "$work/sizes"
  exit "$missed"
fi

for store in sqlite postgresql; do
  rates "$store-load" load "$store" 60 179
  rates "$store-1" reads "$store" 400 26
  rates "$store-n" reads "$store" 400 $((millions * 27))
done

printf '| what | measured | target | |\n| :--- | ---: | ---: | :--- |\n'
judge "SQLite: rows loaded, times the rate of .import" "$(value sqlite-load load-rows)" '>=' 0.75 ''
judge "SQLite: packs loaded, times the rate of .import" "$(value sqlite-load load-packs)" '>=' 0.75 ''
judge "PostgreSQL: rows loaded, times the rate of a text COPY" "$(value postgresql-load load-rows)" '>=' 0.8 ''
judge "PostgreSQL: packs loaded, times the rate of a text COPY" "$(value postgresql-load load-packs)" '>=' 0.8 ''
for store in sqlite postgresql; do
  name=$([ "$store" = sqlite ] && echo SQLite || echo PostgreSQL)
  for read in window year rank network-day newest; do
    judge "$name: $read, times its bare statement ($(value "$store-n" "$read-ms") ms)" "$(value "$store-n" "$read")" '<=' 1.5 ''
  done
  judge "$name: packed year by local day, share of the same from rows ($(value "$store-n" year-packs-ms) ms)" "$(value "$store-n" year-packs-share)" '<=' 0.1 ''
  for read in window year rank network-day newest year-packs window-packs; do
    judge "$name: $read, growth from $(value "$store-1" readings) to $(value "$store-n" readings) readings" "$(growth "$store-1" "$store-n" "$read-ms")" '<=' 1.3 ''
  done
done
judge "SQLite: bytes a reading, rows (CSV $(value sqlite-load bytes-csv))" "$(value sqlite-load bytes-rows)" '<=' 24 ''
judge "PostgreSQL: bytes a reading, rows" "$(value postgresql-load bytes-rows)" '<=' 90 ''
judge "SQLite: bytes a reading, packed" "$(value sqlite-load bytes-packs)" '<=' 1.5 ''
judge "PostgreSQL: bytes a reading, packed" "$(value postgresql-load bytes-packs)" '<=' 2.0 ''
printf '\nBy processor time the loads of rows are %s and %s times .import and COPY, those of packs %s and %s.\n' \
  "$(value sqlite-load load-rows-processor)" "$(value postgresql-load load-rows-processor)" "$(value sqlite-load load-packs-processor)" "$(value postgresql-load load-packs-processor)"
exit "$missed"
