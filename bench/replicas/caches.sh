#!/usr/bin/env bash
# Fifty visitors in two languages in front of nginx and of Varnish, as docs/site.md has them, each in front of two sites: one request for each address and minute
# may reach the sites, and with the sites stopped every page is still there. Four to five minutes. Needs dotnet, nginx, varnish and curl.
# shellcheck source=bench/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"
PATH=$PATH:/usr/sbin
here=$repository/bench/replicas
# A configuration of docs/site.md, by the language of its block.
documented() { # language
  awk -v fence="\`\`\`$1" '$0 == fence { inside = 1; next } /^```$/ { inside = 0 } inside' "$repository/docs/site.md"
}
visitors=50
seconds=${SECONDS_OF_VISITS:-75}
addresses=(/ '/?site=3018&period=24_hour' /gauges /es/ '/es/?site=3018&period=24_hour' /es/gauges /api/rainfall/3018/24_hour /badge/3018/24_hour.svg)

publish bench/FeedServer feeds
publish samples/RainfallSite site
bounded $((2 * seconds + 400))
start_feeds "$(free_port)"
chmod 755 "$work"
# shellcheck disable=SC2034 # start_site reads it
site_arguments=(--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Information --Logging:Console:FormatterName=simple
  --Logging:Console:FormatterOptions:SingleLine=true '--Logging:Console:FormatterOptions:TimestampFormat=HH:mm ')
ports=()
pids=()
for _ in 1 2; do
  ports+=("$(free_port)")
  start_site "${ports[-1]}" "$feeds/" 00:15:00
  pids+=("$site_pid")
  await "http://127.0.0.1:${ports[-1]}/readyz"
done

# The first pages of a new process take seconds on a busy machine; the caches are measured, not the start.
for port in "${ports[@]}"; do
  for address in "${addresses[@]}"; do
    curl -s -o /dev/null --max-time 30 "http://127.0.0.1:$port$address"
  done
done

nginx_port=$(free_port)
mkdir -p "$work/nginx/cache"
chmod -R 777 "$work/nginx"
{
  printf 'worker_processes 1;\npid nginx.pid;\nerror_log error.log warn;\nevents { worker_connections 512; }\nhttp {\n  access_log off;\n'
  printf '  %s_temp_path %s;\n' client_body body proxy proxy fastcgi f uwsgi u scgi s
  documented nginx | sed "s|:5001|:${ports[0]}|; s|:5002|:${ports[1]}|; s|:8080|:$nginx_port|; s|proxy_cache_path cache|proxy_cache_path $work/nginx/cache|"
  printf '}\n'
} >"$work/nginx/nginx.conf"
nginx -p "$work/nginx" -c "$work/nginx/nginx.conf" -g 'daemon off;' 2>>"$work/nginx.out" &
started+=("$!")

varnish_port=$(free_port)
documented vcl | sed "s|\"5001\"|\"${ports[0]}\"|; s|\"5002\"|\"${ports[1]}\"|" >"$work/varnish.vcl"
mkdir -p "$work/varnish"
varnishd -j none -F -n "$work/varnish" -a "127.0.0.1:$varnish_port" -T none -f "$work/varnish.vcl" -s malloc,64m >"$work/varnish.out" 2>&1 &
started+=("$!")

# Requests of visitors at the sites; a line has the minute and the address.
reached() {
  cat "$work"/site-*.out | grep -o '^[0-9][0-9]:[0-9][0-9] .*Request starting HTTP/1.1 GET [^ ]*' | sed -E 's|^(.....) .* GET https?://[^/]*|\1 |' | grep -v healthz | grep -v readyz || true
}

visit() { # port seconds: prints visits, wrong responses
  /usr/bin/python3 "$here/visitors.py" "$1" "$2" "$visitors" "${addresses[@]}" | tee -a "$work/visits.json" |
    /usr/bin/python3 -c 'import json, sys; told = json.load(sys.stdin); print(told["visits"], told["wrong"])'
}

machine
declare -A visits wrong requests repeated stopped stopped_visits
for cache in nginx varnish; do
  port=${cache}_port
  for _ in $(seq 100); do curl -s -o /dev/null "http://127.0.0.1:${!port}/healthz" && break; sleep 0.1; done
  reached | sort >"$work/before"
  read -r "visits[$cache]" "wrong[$cache]" < <(visit "${!port}" "$seconds")
  reached | sort >"$work/after"
  comm -13 "$work/before" "$work/after" >"$work/$cache.reached"
  requests[$cache]=$(wc -l <"$work/$cache.reached")
  repeated[$cache]=$((requests[$cache] - $(sort -u "$work/$cache.reached" | wc -l)))
done

# The minute of every cached page is over.
end "${pids[@]}"
sleep 61
for cache in nginx varnish; do
  port=${cache}_port
  read -r "stopped_visits[$cache]" "stopped[$cache]" < <(visit "${!port}" 8)
done

echo "| cache | visits | at the sites | addresses |"
echo '| :--- | ---: | ---: | ---: |'
for cache in nginx varnish; do
  printf '| %s | %s | %s | %s |\n' "$cache" "${visits[$cache]}" "${requests[$cache]}" "${#addresses[@]}"
done
echo
echo '| target | measured | limit | verdict |'
echo '| :--- | ---: | ---: | :--- |'
for cache in nginx varnish; do
  judge "$cache: second requests for an address in a minute" "${repeated[$cache]}" '<=' 0 ''
  judge "$cache: wrong responses" "${wrong[$cache]}" '<=' 0 ''
  judge "$cache: visits with the sites stopped (${stopped_visits[$cache]}) that had no page" "${stopped[$cache]}" '<=' 0 ''
done
[ "$missed" = 0 ] || cat "$work/visits.json"
exit "$missed"
