#!/usr/bin/env bash
# The usual way (pandas, Flask, gunicorn) and this site on the same feeds, one after the other, with wrk. Two to three minutes.
# Needs dotnet, wrk, curl and Debian's python3-pandas, python3-flask and gunicorn.
# shellcheck source=bench/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

seconds=${SECONDS_EACH:-8}
connections=16
path='/?site=3018&period=24_hour'
api=/api/rainfall/3018/24_hour
# shellcheck disable=SC2016
report='done = function(summary, latency) io.write(string.format("RESULT %d %.2f %.2f %d\n", summary.requests * 1e6 / summary.duration, latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout)) end'
printf '%s\n' "$report" >"$work/report.lua"

load() { # url: prints requests/s, p50 ms, p99 ms, errors
  wrk -t2 -c"$connections" -d2s "$1" >/dev/null
  wrk -t2 -c"$connections" -d"${seconds}s" -s "$work/report.lua" "$1" | awk '/^RESULT/ { print $2, $3, $4, $5 }'
}

row() { # name numbers memory downloads
  local numbers
  read -ra numbers <<<"$2"
  printf '| %s | %s | %s | %s | %s | %s | %s |\n' "$1" "${numbers[@]}" "$3" "$4"
}

rate() { # numbers
  cut -d' ' -f1 <<<"$1"
}

share() { # part whole
  awk -v part="$1" -v whole="$2" 'BEGIN { printf "%.2f", part / whole }'
}

publish bench/FeedServer feeds
publish samples/RainfallSite site
bounded 280
start_feeds "$(free_port)"

machine
echo '| what | requests/s | p50 ms | p99 ms | errors | resident MB | downloads of Rainfall.csv |'
echo '| :--- | ---: | ---: | ---: | ---: | ---: | ---: |'

peer() { # keep-seconds name
  local port pid workers
  port=$(free_port)
  curl -fs -X POST "$feeds/counts"
  (cd "$repository/bench/peer" && exec env FEEDS="$feeds" KEEP_SECONDS="$1" PYTHONDONTWRITEBYTECODE=1 \
    /usr/bin/python3 -m gunicorn -w 2 -b "127.0.0.1:$port" peer:app >"$work/peer.out" 2>&1) &
  pid=$!
  started+=("$pid")
  await "http://127.0.0.1:$port$api"
  peer_page=$(load "http://127.0.0.1:$port$path")
  workers=$(pgrep -P "$pid" | tr '\n' ' ')
  # shellcheck disable=SC2086
  row "peer, $2, page" "$peer_page" "$(resident_mb "$pid" $workers)" "$(downloads media/Rainfall.csv)"
  curl -fs -X POST "$feeds/counts"
  # shellcheck disable=SC2086
  row "peer, $2, JSON" "$(load "http://127.0.0.1:$port$api")" "$(resident_mb "$pid" $workers)" "$(downloads media/Rainfall.csv)"
  end "$pid"
}

peer 0 'as it is'
peer 600 cached
cached_page=$peer_page

port=$(free_port)
site=http://127.0.0.1:$port

# Start to the first 200, five times, each in an empty directory.
starts=()
for _ in 1 2 3 4 5; do
  before=$(date +%s%N)
  start_site "$port" "$feeds/" 00:10:00
  until curl -fs -o /dev/null "$site/healthz" 2>/dev/null; do
    sleep 0.005
  done
  starts+=("$((($(date +%s%N) - before) / 1000000))")
  end "$site_pid"
done
first200=$(printf '%s\n' "${starts[@]}" | sort -n | sed -n 3p)

curl -fs -X POST "$feeds/counts"
start_site "$port" "$feeds/" 00:10:00
await "$site/readyz"
page_bytes=$(curl -fs "$site$path" | wc -c)
json_bytes=$(curl -fs "$site$api" | wc -c)
site_page=$(load "$site$path")
memory=$(resident_mb "$site_pid")
row "site, page ($page_bytes bytes)" "$site_page" "$memory" "$(most_downloads)"
site_json=$(load "$site$api")
memory_json=$(resident_mb "$site_pid")
row "site, JSON ($json_bytes bytes)" "$site_json" "$memory_json" "$(most_downloads)"
most=$(most_downloads)
end "$site_pid"

page_limit=$(load "$feeds/blob/$page_bytes")
row "Kestrel, $page_bytes bytes from memory" "$page_limit" '' ''
json_limit=$(load "$feeds/blob/$json_bytes")
row "Kestrel, $json_bytes bytes from memory" "$json_limit" '' ''

echo
echo '| target | measured | asked | verdict |'
echo '| :--- | ---: | ---: | :--- |'
judge 'page, share of the limit' "$(share "$(rate "$site_page")" "$(rate "$page_limit")")" '>=' 0.70 ''
judge 'JSON, share of the limit' "$(share "$(rate "$site_json")" "$(rate "$json_limit")")" '>=' 0.80 ''
judge 'page, times the cached peer' "$(share "$(rate "$site_page")" "$(rate "$cached_page")")" '>=' 20 ''
judge 'start to the first 200, median of 5' "$first200" '<=' 300 ms
judge 'resident under load' "$((memory > memory_json ? memory : memory_json))" '<=' 90 MB
judge 'downloads of a feed in one cycle' "$most" '<=' 1 ''
exit "$missed"
