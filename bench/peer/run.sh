#!/usr/bin/env bash
# Load tests with wrk of a peer (pandas, Flask, gunicorn) and of this site on the same feeds, in turn. Seven minutes.
# Needs dotnet, wrk, curl and Debian's python3-pandas, python3-flask and gunicorn.
# shellcheck source=bench/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

seconds=${SECONDS_EACH:-1}
warm_seconds=${WARM_SECONDS:-8}
rounds=9
connections=16
path='/?site=3018&period=24_hour'
api=/api/rainfall/3018/24_hour
# shellcheck disable=SC2016
report='done = function(summary, latency) io.write(string.format("RESULT %d %.2f %.2f %d\n", summary.requests * 1e6 / summary.duration, latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout)) end'
printf '%s\n' "$report" >"$work/report.lua"

measure() { # url header...: prints requests/s, p50 ms, p99 ms, errors
  wrk -t2 -c"$connections" -d"${seconds}s" "${@:2}" -s "$work/report.lua" "$1" | awk '/^RESULT/ { print $2, $3, $4, $5 }'
}

# Warm first, for each alike: it takes the runtime some seconds under load to compile what is used most.
load() { # url
  wrk -t2 -c"$connections" -d"${warm_seconds}s" "$1" >/dev/null
  measure "$1"
}

middle() { # of an odd number of lines
  sort -g | sed -n "$(((rounds + 1) / 2))p"
}

row() { # name numbers memory downloads
  local numbers
  read -ra numbers <<<"$2"
  printf '| %s | %s | %s | %s | %s | %s | %s |\n' "$1" "${numbers[@]}" "$3" "$4"
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
# As new as the site: the server of the feeds has had a peer's load.
limits=http://127.0.0.1:$(free_port)
(exec dotnet "$work/feeds/FeedServer.dll" --port "${limits##*:}" >"$work/limits.out" 2>&1) &
started+=("$!")
await "$limits/counts"
browser='Accept-Encoding: gzip, deflate, br, zstd'

# The site and Kestrel sending as many bytes, each warm, in turn: a single pair varies by a tenth. Sets bytes, ours, limit, of_limit (the median share) and typical (a row of numbers).
compare() { # page header...
  local page=$1
  shift
  bytes=$(curl -fs "$@" "$site$page" | wc -c)
  wrk -t2 -c"$connections" -d"${warm_seconds}s" "$@" "$site$page" >/dev/null
  wrk -t2 -c"$connections" -d2s "$@" "$limits/blob/$bytes" >/dev/null
  rm -f "$work/ours" "$work/theirs"
  for _ in $(seq "$rounds"); do
    measure "$site$page" "$@" >>"$work/ours"
    measure "$limits/blob/$bytes" "$@" >>"$work/theirs"
  done
  ours=$(cut -d' ' -f1 "$work/ours" | middle)
  limit=$(cut -d' ' -f1 "$work/theirs" | middle)
  of_limit=$(paste -d' ' "$work/ours" "$work/theirs" | awk '{ printf "%.3f\n", $1 / $5 }' | middle)
  typical=$(sort -g "$work/ours" | sed -n "$(((rounds + 1) / 2))p")
}

compare "$path"
page_share=$of_limit
row "site, page ($bytes bytes; Kestrel as many: $limit)" "$typical" "$(resident_mb "$site_pid")" "$(most_downloads)"
compare "$path" -H "$browser"
compressed_share=$of_limit
row "site, page, compressed ($bytes bytes; Kestrel: $limit)" "$typical" "$(resident_mb "$site_pid")" "$(most_downloads)"
compare "$api"
json_share=$of_limit
row "site, JSON ($bytes bytes; Kestrel: $limit)" "$typical" "$(resident_mb "$site_pid")" "$(most_downloads)"
most=$(most_downloads)
most_private=$(private_mb "$site_pid")

echo
echo "| from memory, as a browser gets it | bytes | requests/s | Kestrel, as many bytes | share, median of $rounds pairs |"
echo '| :--- | ---: | ---: | ---: | ---: |'
least_share=1000
warm_seconds=3
for page in /gauges /map /rivers /lakes /gauges.geojson /gauges.csv /openapi/v1.json /api/sites; do
  compare "$page" -H "$browser"
  printf '| %s | %s | %s | %s | %s |\n' "$page" "$bytes" "$ours" "$limit" "$of_limit"
  least_share=$(printf '%s\n' "$least_share" "$of_limit" | sort -g | sed -n 1p)
  page_private=$(private_mb "$site_pid")
  most_private=$((page_private > most_private ? page_private : most_private))
done
end "$site_pid"

echo
echo '| target | measured | required | verdict |'
echo '| :--- | ---: | ---: | :--- |'
judge 'answer page, share of the limit' "$page_share" '>=' 0.90 ''
judge 'answer page, compressed' "$compressed_share" '>=' 0.90 ''
judge 'JSON, share of the limit' "$json_share" '>=' 0.90 ''
judge 'every other page and file, least share of the limit' "$least_share" '>=' 0.90 ''
judge 'private memory under load, any page' "$most_private" '<=' 60 MB
judge 'downloads of a feed in one cycle' "$most" '<=' 1 ''
exit "$missed"
