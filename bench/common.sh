#!/usr/bin/env bash
# Shared by the scripts here: processes, free ports, verdicts. Everything uses 127.0.0.1 only.
set -euo pipefail

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
started=()
# More arguments of start_site, such as log levels.
site_arguments=()
export missed=0

end() { # pid...
  local pid
  for pid in "$@"; do
    kill "$pid" 2>/dev/null || true
  done
  for pid in "$@"; do
    for _ in $(seq 50); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.1
    done
    kill -9 "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
}

clean() {
  if [ "${#started[@]}" -gt 0 ]; then
    end "${started[@]}"
  fi
  rm -rf "$work"
}
trap clean EXIT
trap 'exit 130' INT TERM

# Ends the whole run after a timeout in seconds.
bounded() { # seconds
  /usr/bin/python3 -c 'import os, signal, sys, time
time.sleep(int(sys.argv[1]))
print("The run took longer than", sys.argv[1], "seconds.", file=sys.stderr)
os.kill(int(sys.argv[2]), signal.SIGTERM)' "$1" "$$" &
  started+=("$!")
}

free_port() {
  /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

responds() { # url
  curl -fs -o /dev/null --max-time 2 "$1"
}

await() { # url
  for _ in $(seq 300); do
    if responds "$1"; then
      return 0
    fi
    sleep 0.1
  done
  echo "$1 did not respond in 30 seconds." >&2
  return 1
}

# PUBLISHED=folder uses programs that are already published, in feeds and site. The site is published as its image has it.
publish() { # project name
  local image=()
  if [ -n "${PUBLISHED:-}" ]; then
    cp -r "$PUBLISHED/$2" "$work/$2"
    return
  fi

  if [ "$1" = samples/RainfallSite ]; then
    case $(uname -m) in aarch64) image=(-r linux-arm64) ;; *) image=(-r linux-x64) ;; esac
    image+=(--no-restore -p:ForImage=true)
    # A restore with -r would write another lock file.
    dotnet restore "$repository/$1" -p:ForImage=true -v q
  fi

  timeout 900 dotnet publish "$repository/$1" -c Release "${image[@]}" -o "$work/$2" --nologo -v q -p:RunAnalyzers=false >"$work/$2.log" 2>&1 || {
    cat "$work/$2.log"
    exit 1
  }
}

start_feeds() { # port: starts the feed server
  feeds=http://127.0.0.1:$1
  mkdir -p "$work/run/feeds"
  (cd "$work/run/feeds" && exec dotnet "$work/feeds/FeedServer.dll" --port "$1" >"$work/feeds.out" 2>&1) &
  started+=("$!")
  await "$feeds/counts"
}

# Starts a site in an empty directory, as a container does; its process id is in $site_pid.
start_site() { # port base-address refresh-interval
  mkdir -p "$work/run/site-$1"
  (cd "$work/run/site-$1" && exec env ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_URLS="http://127.0.0.1:$1" Hydromet__Source=Live \
    Hydromet__BaseAddress="$2" Hydromet__RefreshInterval="$3" AllowedHosts='*' Logging__LogLevel__Default=Warning \
    dotnet "$work/site/RainfallSite.dll" --contentRoot "$work/site" "${site_arguments[@]}" >"$work/site-$1.out" 2>&1) &
  site_pid=$!
  started+=("$site_pid")
}

downloads() { # path
  curl -fs "$feeds/counts" | /usr/bin/python3 -c 'import json, sys; print(json.load(sys.stdin).get(sys.argv[1], 0))' "$1"
}

most_downloads() { # the most downloads of any feed
  curl -fs "$feeds/counts" | /usr/bin/python3 -c 'import json, sys; print(max(json.load(sys.stdin).values(), default=0))'
}

resident_mb() { # pid...
  local sum=0 pid
  for pid in "$@"; do
    sum=$((sum + $(awk '/^VmRSS/ { print $2 }' "/proc/$pid/status")))
  done
  echo $((sum / 1024))
}

# What a process has for itself; the rest of its resident memory is mostly the framework's mapped files.
private_mb() { # pid
  awk '/^RssAnon/ { printf "%d", $2 / 1024 }' "/proc/$1/status"
}

# Prints one row of the verdict table and compares the value with the target.
judge() { # what value operator target unit
  local verdict=met
  if ! awk -v value="$2" -v target="$4" -v operator="$3" 'BEGIN { exit !(operator == "<=" ? value + 0 <= target + 0 : value + 0 >= target + 0) }'; then
    verdict='**missed**'
    missed=1
  fi
  printf '| %s | %s %s | %s %s %s | %s |\n' "$1" "$2" "$5" "$3" "$4" "$5" "$verdict"
}

machine() {
  printf '%s, %s cores, %s GiB, load %s before the run\n\n' "$(date -u +%F)" "$(nproc)" \
    "$(awk '/^MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo)" "$(cut -d' ' -f1 /proc/loadavg)"
}

# Load in the background until its time is over; $work/$name.load has requests, non-200 responses, requests/s, p99 ms.
load_for() { # seconds url name
  # shellcheck disable=SC2016
  printf '%s\n' 'done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %.1f\n", summary.requests, errors.status + errors.connect + errors.read + errors.timeout, summary.requests * 1e6 / summary.duration, latency:percentile(99) / 1000))
end' >"$work/count.lua"
  wrk -t1 -c8 --timeout 10s -d"${1}s" -s "$work/count.lua" "$2" | awk '/^RESULT/ { print $2, $3, $4, $5 }' >"$work/$3.load" &
  load_pid=$!
  started+=("$load_pid")
}

# Prints a member of the total that the scripts check, such as source.fetchedAt.
total() { # site-url member
  curl -fs --max-time 10 "$1/api/rainfall/3018/24_hour" | /usr/bin/python3 -c '
import json, sys
value = json.load(sys.stdin)
for name in sys.argv[1].split("."):
    value = value[name]
print("null" if value is None else value)' "$2"
}

# Waits until a site serves a download made after a time (seconds since 1970); prints how long that took.
until_fetched_after() { # site-url moment
  /usr/bin/python3 -c '
import datetime, json, sys, time, urllib.request
began = time.time()
while time.time() - began < 40:
    try:
        with urllib.request.urlopen(sys.argv[1] + "/api/rainfall/3018/24_hour", timeout=5) as response:
            fetched = json.load(response)["source"]["fetchedAt"]
        whole, _, rest = fetched.partition(".")
        stamp = whole + (rest[rest.find("-"):] if rest else "")
        if fetched and datetime.datetime.fromisoformat(stamp).timestamp() >= float(sys.argv[2]):
            break
    except (OSError, TypeError, ValueError):
        pass
    time.sleep(0.05)
print(f"{time.time() - began:.1f}")' "$1" "$2"
}
