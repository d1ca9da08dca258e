#!/usr/bin/env bash
# Sends the site a feed as large as it takes, twice or more: how much memory does it hold above rest, under visitors and after them?
# `large.sh large-gzip` sends it compressed. One minute. Needs dotnet, wrk and curl.
# shellcheck source=bench/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

fault=${1:-large}
page='/?site=3018&period=24_hour'
publish bench/FeedServer feeds
publish samples/RainfallSite site
bounded 300
start_feeds "$(free_port)"
export DOTNET_GCHeapHardLimit
# .NET limits its heap to three quarters of a container's memory: of the deployment's 256 MiB these are 192.
DOTNET_GCHeapHardLimit=$(printf '0x%X' $((192 * 1024 * 1024)))
site_port=$(free_port)
site=http://127.0.0.1:$site_port
start_site "$site_port" "$feeds/" 00:00:02
await "$site/readyz"
load_for 8 "$site$page" warm
wait "$load_pid" || true
sleep 5
rest=$(resident_mb "$site_pid")

curl -fs -X POST "$feeds/counts"
curl -fs -X POST "$feeds/fault/$fault"
load_for 10 "$site$page" large
peak=0
# After a failure the site waits longer and longer.
until [ "$(downloads media/Rainfall.csv)" -ge 4 ] && ! kill -0 "$load_pid" 2>/dev/null; do
  for _ in $(seq 20); do
    now=$(resident_mb "$site_pid")
    [ "$now" -le "$peak" ] || peak=$now
    sleep 0.05
  done
done
read -r requests bad _ p99 <"$work/large.load"
bodies=$(downloads media/Rainfall.csv)
bytes=$(curl -fs --compressed "$feeds/media/Rainfall.csv" | wc -c)
alive=$(curl -s -o /dev/null -w '%{http_code}' --max-time 5 "$site/healthz")

machine
echo "$fault: $bodies bodies of $bytes bytes, $requests requests (p99 $p99 ms), resident at rest $rest MB, at the peak $peak MB"
echo
echo '| target | measured | limit | verdict |'
echo '| :--- | ---: | ---: | :--- |'
judge 'bodies' "$bodies" '>=' 4 ''
judge 'size of a body' "$bytes" '>=' 16700000 bytes
judge 'non-200 responses' "$bad" '<=' 0 ''
judge 'liveness' "$alive" '<=' 200 ''
judge 'resident memory at the peak above rest' "$((peak - rest))" '<=' 64 MB
exit "$missed"
