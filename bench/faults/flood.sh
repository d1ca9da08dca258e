#!/usr/bin/env bash
# Floods the site with queries that no link has, under the heap limit of its container: does it live, and how much memory does it hold?
# One to four minutes. Needs dotnet, wrk and curl.
# shellcheck source=bench/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

# More than the 10,505 requests that ended the process before its cache counted keys.
queries=12000
seconds=180
# .NET limits its heap to three quarters of a container's memory: of the deployment's 256 MiB these are 192.
heap=$((192 * 1024 * 1024))
publish bench/FeedServer feeds
publish samples/RainfallSite site
bounded 420
start_feeds "$(free_port)"
export DOTNET_GCHeapHardLimit
DOTNET_GCHeapHardLimit=$(printf '0x%X' "$heap")
site_port=$(free_port)
site=http://127.0.0.1:$site_port
start_site "$site_port" "$feeds/" 00:00:05
await "$site/readyz"
page='/?site=3018&period=24_hour'
load_for 5 "$site$page" warm
wait "$load_pid" || true
sleep 3
rest=$(resident_mb "$site_pid")

# Every query is new. The first is too long; the others have a parameter that is unknown, that no response depends on, or that is another spelling.
{
  echo "local total = $queries"
  cat <<'LUA'
local shared, count = nil, 0
bad = 0
function setup(thread) shared = thread end
local filler = string.rep("x", 7800)
function request()
  count = count + 1
  if count > total then wrk.thread:stop() end
  local kind = count % 4
  if kind == 0 then return wrk.format("GET", "/?x=" .. count .. filler) end
  if kind == 1 then return wrk.format("GET", "/?site=3018&x=" .. count .. string.sub(filler, 1, 1900)) end
  if kind == 2 then return wrk.format("GET", "/?site=3018&roof=" .. (1 + count % 999999)) end
  return wrk.format("GET", "/api/rainfall/3018/24_hour?" .. count)
end
function response(status) if status >= 500 then bad = bad + 1 end end
function done(summary)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d\n", summary.requests, shared:get("bad"), errors.connect + errors.read + errors.timeout))
end
LUA
} >"$work/flood.lua"
wrk -t1 -c16 --timeout 10s -d"${seconds}s" -s "$work/flood.lua" "$site" >"$work/flood.out" &
flood_pid=$!
started+=("$flood_pid")
peak=0
while kill -0 "$flood_pid" 2>/dev/null; do
  now=$(resident_mb "$site_pid")
  [ "$now" -le "$peak" ] || peak=$now
  sleep 0.2
done
read -r requests bad lost < <(awk '/^RESULT/ { print $2, $3, $4 }' "$work/flood.out")
alive=0
[ "$(curl -s -o /dev/null -w '%{http_code}' --max-time 5 "$site/healthz")" = 200 ] && [ "$(curl -s -o /dev/null -w '%{http_code}' --max-time 5 "$site$page")" = 200 ] && alive=1

machine
echo "$requests unique queries, heap limit $((heap / 1048576)) MiB, resident at rest $rest MB"
echo
echo '| target | measured | limit | verdict |'
echo '| :--- | ---: | ---: | :--- |'
judge 'unique queries' "$requests" '>=' "$((queries - 100))" ''
judge 'responses of 500 and above' "$bad" '<=' 0 ''
judge 'connections lost' "$lost" '<=' 0 ''
judge 'alive and serving after the flood' "$alive" '>=' 1 ''
judge 'resident memory at the peak above rest' "$((peak - rest))" '<=' 80 MB
exit "$missed"
