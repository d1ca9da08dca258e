#!/usr/bin/env bash
# Starts this site and ASP.NET Core with and without one empty Razor page, in turn: the time to the first 200, the first page
# beside the hundredth, and memory. Two minutes. Needs dotnet, wrk and curl.
# shellcheck source=bench/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

path='/?site=3018&period=24_hour'
publish bench/FeedServer feeds
publish bench/EmptySite empty
publish samples/RainfallSite site
bounded 400
start_feeds "$(free_port)"

# shellcheck disable=SC2317 # called by name
start_empty() { # port
  mkdir -p "$work/run/empty"
  (cd "$work/run/empty" && exec env ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_URLS="http://127.0.0.1:$1" Logging__LogLevel__Default=Warning \
    dotnet "$work/empty/EmptySite.dll" --contentRoot "$work/empty" --pages "${pages_too:-false}" >"$work/empty.out" 2>&1) &
  site_pid=$!
  started+=("$site_pid")
}

# shellcheck disable=SC2317 # called by name
start_ours() { # port
  start_site "$1" "$feeds/" 00:10:00
}

# Prints when an address first responds with 200, in ns. It starts before the site does: a process for each try would take a core from it.
first_200() { # port path
  /usr/bin/python3 -c 'import socket, sys, time
request = f"GET {sys.argv[2]} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode()
while True:
    try:
        with socket.create_connection(("127.0.0.1", int(sys.argv[1])), 5) as connection:
            connection.sendall(request)
            if connection.recv(12) == b"HTTP/1.1 200":
                break
    except OSError:
        pass
    time.sleep(0.002)
print(time.time_ns())' "$1" "$2"
}

# Starts a site in an empty directory, times it and its pages, and ends it. Kinds are started in turn, so that other work on the machine slows all of them.
start_once() { # kind start-function page ready [list-of-sites]
  local before cpu ready times prober
  port=$(free_port)
  site=http://127.0.0.1:$port
  first_200 "$port" /healthz >"$work/first" &
  prober=$!
  sleep 0.2
  before=$(date +%s%N)
  "$2" "$port"
  wait "$prober"
  cpu=$(awk '{ print ($14 + $15) * 10 }' "/proc/$site_pid/stat")
  ready=$(first_200 "$port" "$4")
  times=$(/usr/bin/python3 "$repository/bench/pages.py" "$site" "$3" ${5:+"$5"})
  printf '%s %s %s %s\n' $((($(<"$work/first") - before) / 1000000)) "$cpu" $(((ready - before) / 1000000)) "$times" >>"$work/$1.starts"
  end "$site_pid"
}

starts=7
median() { # kind column
  cut -d' ' -f"$2" "$work/$1.starts" | sort -g | sed -n "$(((starts + 1) / 2))p"
}

# The medians of its starts, and the memory after a start and its first page, and under load.
start_row() { # kind start-function page ready name
  local after_start
  port=$(free_port)
  site=http://127.0.0.1:$port
  "$2" "$port"
  await "$site$4"
  curl -fs -o /dev/null "$site$3"
  after_start=$(resident_mb "$site_pid")
  load_for 8 "$site$3" load
  wait "$load_pid" || true
  printf '| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n' "$5" "$(median "$1" 1)" "$(median "$1" 2)" "$(median "$1" 3)" \
    "$(median "$1" 4)" "$(median "$1" 5)" "$(median "$1" 6)" "$after_start" "$(resident_mb "$site_pid")" "$(private_mb "$site_pid")"
  end "$site_pid"
}

machine
for _ in $(seq "$starts"); do
  pages_too=false start_once empty start_empty / /healthz
  pages_too=true start_once razor start_empty / /healthz
  start_once site start_ours "$path" /readyz /api/sites
done
echo '| start and memory | first 200, ms | processor time until then, ms | ready, ms | first page, ms | hundredth page made, ms | hundredth response of an address, ms | resident after the first page, MB | under load, MB | of it private, MB |'
echo '| :--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |'
pages_too=false start_row empty start_empty / /healthz 'ASP.NET Core, empty'
pages_too=true start_row razor start_empty / /healthz 'ASP.NET Core with one empty Razor page'
start_row site start_ours "$path" /readyz site
razor_start=$(median razor 1)
first_page=$(median site 4)
hundredth_made=$(median site 5)
echo
echo '| target | measured | required | verdict |'
echo '| :--- | ---: | ---: | :--- |'
share() { # part whole
  awk -v part="$1" -v whole="$2" 'BEGIN { printf "%.2f", part / whole }'
}
judge "start to the first 200, times the site with one Razor page ($razor_start ms)" "$(share "$(median site 1)" "$razor_start")" '<=' 1.5 ''
judge "first page, times the hundredth page that is made ($hundredth_made ms)" "$(share "$first_page" "$hundredth_made")" '<=' 10 ''
exit "$missed"
