#!/usr/bin/env bash
# Load tests with wrk of a peer (pandas, Flask, gunicorn) and of this site on the same feeds, in turn. Five minutes.
# Needs dotnet, wrk, curl and Debian's python3-pandas, python3-flask and gunicorn.
# shellcheck source=bench/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

seconds=${SECONDS_EACH:-6}
warm_seconds=${WARM_SECONDS:-8}
connections=16
path='/?site=3018&period=24_hour'
api=/api/rainfall/3018/24_hour
# shellcheck disable=SC2016
report='done = function(summary, latency) io.write(string.format("RESULT %d %.2f %.2f %d\n", summary.requests * 1e6 / summary.duration, latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout)) end'
printf '%s\n' "$report" >"$work/report.lua"

# Warm first, for each alike: it takes the runtime some seconds under load to compile what is used most.
load() { # url header...: prints requests/s, p50 ms, p99 ms, errors
  local url=$1
  shift
  wrk -t2 -c"$connections" -d"${warm_seconds}s" "$@" "$url" >/dev/null
  wrk -t2 -c"$connections" -d"${seconds}s" "$@" -s "$work/report.lua" "$url" | awk '/^RESULT/ { print $2, $3, $4, $5 }'
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
bounded 600
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

peer 0 'not cached'
peer 600 cached

port=$(free_port)
site=http://127.0.0.1:$port
curl -fs -X POST "$feeds/counts"
start_site "$port" "$feeds/" 00:10:00
await "$site/readyz"
page_bytes=$(curl -fs "$site$path" | wc -c)
json_bytes=$(curl -fs "$site$api" | wc -c)
site_page=$(load "$site$path")
memory=$(resident_mb "$site_pid")
row "site, page ($page_bytes bytes)" "$site_page" "$memory" "$(most_downloads)"
browser='Accept-Encoding: gzip, deflate, br, zstd'
browser_bytes=$(curl -fs -H "$browser" "$site$path" | wc -c)
row "site, page, compressed ($browser_bytes bytes)" "$(load "$site$path" -H "$browser")" "$(resident_mb "$site_pid")" "$(most_downloads)"
site_json=$(load "$site$api")
memory_json=$(resident_mb "$site_pid")
row "site, JSON ($json_bytes bytes)" "$site_json" "$memory_json" "$(most_downloads)"
most=$(most_downloads)
pages=(/gauges /map /rivers /lakes /gauges.geojson /gauges.csv /openapi/v1.json /api/sites)
page_rates=()
page_sizes=()
most_private=$(private_mb "$site_pid")
warm_seconds=3
for page in "${pages[@]}"; do
  page_sizes+=("$(curl -fs -H "$browser" "$site$page" | wc -c)")
  page_rates+=("$(rate "$(load "$site$page" -H "$browser")")")
  page_private=$(private_mb "$site_pid")
  most_private=$((page_private > most_private ? page_private : most_private))
done
end "$site_pid"

page_limit=$(load "$feeds/blob/$page_bytes")
row "Kestrel, $page_bytes bytes from memory" "$page_limit" '' ''
json_limit=$(load "$feeds/blob/$json_bytes")
row "Kestrel, $json_bytes bytes from memory" "$json_limit" '' ''

echo
echo '| from memory, as a browser gets it | bytes | requests/s | Kestrel, as many bytes | share |'
echo '| :--- | ---: | ---: | ---: | ---: |'
least_share=1000
for i in "${!pages[@]}"; do
  limit=$(rate "$(load "$feeds/blob/${page_sizes[$i]}")")
  page_share=$(share "${page_rates[$i]}" "$limit")
  printf '| %s | %s | %s | %s | %s |\n' "${pages[$i]}" "${page_sizes[$i]}" "${page_rates[$i]}" "$limit" "$page_share"
  least_share=$(printf '%s\n' "$least_share" "$page_share" | sort -g | sed -n 1p)
done
warm_seconds=${WARM_SECONDS:-8}

echo

echo
echo '| target | measured | required | verdict |'
echo '| :--- | ---: | ---: | :--- |'
judge 'answer page, share of the limit' "$(share "$(rate "$site_page")" "$(rate "$page_limit")")" '>=' 0.90 ''
judge 'JSON, share of the limit' "$(share "$(rate "$site_json")" "$(rate "$json_limit")")" '>=' 0.90 ''
judge 'every other page and file, least share of the limit' "$least_share" '>=' 0.90 ''
judge 'private memory under load, any page' "$most_private" '<=' 60 MB
judge 'downloads of a feed in one cycle' "$most" '<=' 1 ''
exit "$missed"
