#!/usr/bin/env bash
# Load test of four sites behind a load balancer, with the shipped feed cache.
# The cache stops and restarts, a site is killed, all sites are replaced one by one. Two minutes. Needs dotnet, nginx, wrk and curl.
# shellcheck source=bench/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"
PATH=$PATH:/usr/sbin

interval=4
validity=3
page='/?site=3018&period=24_hour'
shipped=$repository/gitops/components/feed-cache
if [ ! -f "$shipped/nginx.conf" ]; then
  echo "There is no $shipped/nginx.conf." >&2
  exit 1
fi

publish bench/FeedServer feeds
publish samples/RainfallSite site
bounded 280
start_feeds "$(free_port)"

# nginx gives up root's rights, and must still write here.
chmod 755 "$work"
mkdir -p "$work/cache" "$work/balancer"
chmod 777 "$work/cache" "$work/balancer"

# The shipped configuration with another port, upstream, cache time and folder.
cache_port=$(free_port)
cache=http://127.0.0.1:$cache_port
sed "s|/dev/stdout|$work/cache/access.log|" "$shipped/nginx.conf" >"$work/cache/nginx.conf"
cp "$shipped/start.sh" "$work/cache/"
echo "listen 127.0.0.1:$cache_port;" >"$work/cache/listen.conf"
sed "s|https://hydromet.lcra.org|$feeds|; s|hydromet.lcra.org|127.0.0.1|; s|valid 200 .*;|valid 200 ${validity}s;|" \
  "$shipped/upstream.conf" >"$work/cache/upstream.conf"

start_cache() {
  sh "$work/cache/start.sh" "$work/cache/run" 2>>"$work/cache.out" &
  cache_pid=$!
  started+=("$cache_pid")
  await "$cache/healthz"
}

start_cache
ports=()
pids=()
for _ in 1 2 3 4; do
  port=$(free_port)
  start_site "$port" "$cache/" "00:00:0$interval"
  ports+=("$port")
  pids+=("$site_pid")
  await "http://127.0.0.1:$port/readyz"
done

balancer_port=$(free_port)
balancer=http://127.0.0.1:$balancer_port
{
  printf 'worker_processes 1;\npid %s/balancer/nginx.pid;\nerror_log %s/balancer/error.log warn;\nevents { worker_connections 512; }\n' "$work" "$work"
  printf 'http {\n  access_log off;\n  client_body_temp_path %s/balancer/body;\n  proxy_temp_path %s/balancer/proxy;\n' "$work" "$work"
  printf '  fastcgi_temp_path %s/balancer/f;\n  uwsgi_temp_path %s/balancer/u;\n  scgi_temp_path %s/balancer/s;\n  upstream sites {\n    keepalive 16;\n' "$work" "$work" "$work"
  for port in "${ports[@]}"; do
    printf '    server 127.0.0.1:%s max_fails=1 fail_timeout=2s;\n' "$port"
  done
  printf '  }\n  server {\n    listen 127.0.0.1:%s;\n    keepalive_requests 10000000;\n    keepalive_timeout 600s;\n    location / {\n      proxy_pass http://sites;\n      proxy_http_version 1.1;\n' "$balancer_port"
  # shellcheck disable=SC2016
  printf '      proxy_set_header Connection "";\n      proxy_set_header Host $host;\n      proxy_next_upstream error timeout http_502 http_503;\n    }\n  }\n}\n'
} >"$work/balancer/nginx.conf"
nginx -p "$work/balancer" -c "$work/balancer/nginx.conf" -g 'daemon off;' 2>>"$work/balancer.out" &
started+=("$!")
await "$balancer/readyz"

machine
echo '| phase | seconds | requests | non-200 responses | requests/s | p99 ms | max. downloads of a feed |'
echo '| :--- | ---: | ---: | ---: | ---: | ---: | ---: |'
phase() { # name key
  wait "$load_pid" || true
  took=$((($(date +%s%N) - phase_began) / 1000000000))
  read -r requests bad rate p99 <"$work/$2.load"
  most=$(most_downloads)
  printf '| %s | %s | %s | %s | %s | %s | %s |\n' "$1" "$took" "$requests" "$bad" "$rate" "$p99" "$most"
}

begin() { # seconds key
  curl -fs -X POST "$feeds/counts"
  phase_began=$(date +%s%N)
  load_for "$1" "$balancer$page" "$2"
}

# How long a response is fresh; a response can expire one time more than the duration allows.
room() { # seconds
  echo $(($1 / validity + 1))
}

begin 12 steady
phase 'steady state' steady
steady_bad=$bad
steady_most=$most
steady_room=$(room "$took")

begin 16 cache
sleep 2
end "$cache_pid"
sleep 5
back=$(date +%s)
start_cache
fresh=0
for port in "${ports[@]}"; do
  once=$(until_fetched_after "http://127.0.0.1:$port" "$back")
  fresh=$(awk -v a="$fresh" -v b="$once" 'BEGIN { print a + b }')
done
phase 'the cache is down for 5 seconds' cache
cache_bad=$bad
cache_most=$most
cache_room=$(room "$took")

begin 8 killed
sleep 2
kill -9 "${pids[1]}"
wait "${pids[1]}" 2>/dev/null || true
phase 'a site is killed' killed
killed_bad=$bad
start_site "${ports[1]}" "$cache/" "00:00:0$interval"
pids[1]=$site_pid
await "http://127.0.0.1:${ports[1]}/readyz"
sleep 2

begin 40 rolling
for number in 0 1 2 3; do
  # The balancer passes over a site that goes or is not ready; reloading it instead would cut connections of its own.
  end "${pids[$number]}"
  start_site "${ports[$number]}" "$cache/" "00:00:0$interval"
  pids[number]=$site_pid
  await "http://127.0.0.1:${ports[$number]}/readyz"
  sleep 2
done
phase 'the sites are replaced one by one' rolling
rolling_bad=$bad
rolling_most=$most
rolling_room=$(room "$took")

echo
echo '| target | measured | required | verdict |'
echo '| :--- | ---: | ---: | :--- |'
judge "downloads of a feed, four sites (one per cycle is $steady_room)" "$steady_most" '<=' "$steady_room" ''
judge "downloads of a feed around the cache's outage (one per cycle is $cache_room)" "$cache_most" '<=' "$cache_room" ''
judge "downloads of a feed in the replacement (one per cycle is $rolling_room)" "$rolling_most" '<=' "$rolling_room" ''
judge 'non-200 responses in steady state' "$steady_bad" '<=' 0 ''
judge 'non-200 responses while the cache is down' "$cache_bad" '<=' 0 ''
judge 'non-200 responses when a site is killed (8 requests were in flight)' "$killed_bad" '<=' 8 ''
judge 'non-200 responses in the replacement' "$rolling_bad" '<=' 0 ''
judge 'all sites fresh after the outage' "$fresh" '<=' $((2 * interval + 2)) s
exit "$missed"
