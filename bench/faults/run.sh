#!/usr/bin/env bash
# Simulates the failures of LCRA's feeds under load and measures the responses and the time until the site is fresh again.
# Two to three minutes. Needs dotnet, wrk and curl.
# shellcheck source=bench/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

interval=1
page='/?site=3018&period=24_hour'
publish bench/FeedServer feeds
publish samples/RainfallSite site
bounded 420
start_feeds "$(free_port)"

# WaitTimeout is short here so that a feed that hangs is over in time, and the machine counts with a decimal comma.
export Hydromet__AttemptTimeout=00:00:01 Hydromet__TotalTimeout=00:00:03 LANG=de_DE.UTF-8 DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY=false
site_port=$(free_port)
site=http://127.0.0.1:$site_port
start_site "$site_port" "$feeds/" "00:00:0$interval"
await "$site/readyz"
sleep 2

gauges() {
  curl -fs "$site/api/sites" | /usr/bin/python3 -c 'import json, sys; print(len(json.load(sys.stdin)["sites"]))'
}

before=$(total "$site" inches)
gauges_before=$(gauges)
wrong=0
lost=0
bad_answers=0
dead=0
slowest=0

machine
echo '| failure | requests | non-200 responses | p99 ms | 24 hours at 3018, before: '"$before"' | gauges during | liveness | fresh again after s | gauges after |'
echo '| :--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |'
for fault in web-page cut cut-connection empty header-only http-500 http-429 http-403 hang refuse garbage fewer-gauges hostile-names; do
  curl -fs -X POST "$feeds/fault/$fault"
  load_for 5 "$site$page" "$fault"
  sleep 4.5
  seen=$(total "$site" inches)
  reason=$(total "$site" missing)
  gauges_in=$(gauges)
  alive=$(curl -s -o "$work/page.html" -w '%{http_code}' --max-time 2 "$site/healthz" || true)
  curl -fs "$site$page" >"$work/page.html"
  if grep -q '<script>alert' "$work/page.html"; then
    wrong=$((wrong + 1))
    seen='a script'
  fi
  wait "$load_pid" || true
  read -r requests bad _ p99 <"$work/$fault.load"
  mended=$(date +%s)
  curl -fs -X POST "$feeds/fault/none"
  fresh=$(until_fetched_after "$site" "$((mended + 1))")
  sleep 1.5
  gauges_after=$(gauges)
  [ "$seen" = "$before" ] || [ "$reason" != null ] || wrong=$((wrong + 1))
  [ "$seen" != null ] || seen="missing: $reason"
  [ "$gauges_after" -eq "$gauges_before" ] && [ "$(total "$site" inches)" = "$before" ] || lost=$((lost + 1))
  [ "$alive" = 200 ] || dead=$((dead + 1))
  bad_answers=$((bad_answers + bad))
  slowest=$(awk -v a="$slowest" -v b="$fresh" 'BEGIN { print (a > b ? a : b) }')
  printf '| %s | %s | %s | %s | %s | %s | %s | %s | %s |\n' "$fault" "$requests" "$bad" "$p99" "$seen" "$gauges_in" "$alive" "$fresh" "$gauges_after"
done

# Visitors must not make downloads: under load there is one of each feed in a cycle.
curl -fs -X POST "$feeds/counts"
began=$(date +%s%N)
load_for 6 "$site$page" steady
wait "$load_pid" || true
most=$(most_downloads)
cycles=$(awk -v took="$(($(date +%s%N) - began))" -v interval="$interval" 'BEGIN { printf "%d", took / 1e9 / interval + 1 }')

echo
echo '| target | measured | required | verdict |'
echo '| :--- | ---: | ---: | :--- |'
judge 'non-200 responses' "$bad_answers" '<=' 0 ''
judge 'failures with a wrong number, or a script in the page' "$wrong" '<=' 0 ''
judge 'failures after which a gauge or its number was lost' "$lost" '<=' 0 ''
judge 'failures in which liveness failed' "$dead" '<=' 0 ''
judge 'max. time until fresh again' "$slowest" '<=' 6 s
judge "downloads of a feed in $cycles cycles under load" "$most" '<=' "$cycles" ''
exit "$missed"
