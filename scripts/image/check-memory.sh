#!/usr/bin/env bash
# usage: scripts/image/check-memory.sh [SECONDS]
# Holds the site's image to the memory limit of its Deployment: /tmp full, a 16 MB feed every two seconds, and 200 requests a second.
# Prints the memory of the container's group and fails when the kernel killed a process or a request was not answered with 200.
# Without a number it runs for 600 seconds. Needs root, podman, nginx, hey, and the image of scripts/image/check.sh.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../gitops/common.sh"
seconds=${1:-600}
[[ $seconds =~ ^[0-9]+$ ]] || misused "'$seconds' is not a number of seconds"
image=${IMAGE:-localhost/rainfall:check}
if [ "${2:-}" != inside ]; then
  exec unshare --net "$0" "$seconds" inside
fi
# shellcheck source=scripts/image/containers.sh
. scripts/image/containers.sh
PATH=$PATH:/usr/sbin
ip link set lo up

mkdir -p artifacts
scratch=$(mktemp -d artifacts/check-memory.XXXXXX)
container='' server='' loads=()
stop_all() {
  [ "${#loads[@]}" -eq 0 ] || kill "${loads[@]}" 2>/dev/null || true
  [ -z "$container" ] || podman rm --force --time 5 "$container" >/dev/null 2>&1 || true
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$scratch"
}
trap stop_all EXIT

# The recorded feeds, one of them just below the limit of 16 MiB: its rows, again and again.
cp -r lib/Lcra.Hydromet.Replay/Recordings/2026-10-02 "$scratch/feeds"
feed=$scratch/feeds/media/Rain5Day.csv
tail -n +2 "$feed" | grep . >"$scratch/rows"
times=$(((16 * 1024 * 1024 - $(stat -c %s "$feed")) / $(stat -c %s "$scratch/rows") - 1))
awk -v times="$times" '{ rows = rows $0 "\n" } END { while (times-- > 0) printf "%s", rows }' "$scratch/rows" >>"$feed"
chmod -R a+rX "$scratch"
cat >"$scratch/feeds.conf" <<NGINX
user root;
daemon off;
pid $PWD/$scratch/feeds.pid;
error_log stderr;
events {}
http {
  access_log $PWD/$scratch/feeds.log;
  types { text/csv csv; application/json json; }
  client_body_temp_path $PWD/$scratch/body; proxy_temp_path $PWD/$scratch/proxy; fastcgi_temp_path $PWD/$scratch/fastcgi;
  uwsgi_temp_path $PWD/$scratch/uwsgi; scgi_temp_path $PWD/$scratch/scgi;
  # Without validators every refresh downloads all of it.
  etag off;
  if_modified_since off;
  add_header Last-Modified "";
  server {
    listen 127.0.0.1:8081;
    root $PWD/$scratch/feeds;
    location / { try_files \$uri \$uri.json =404; }
  }
}
NGINX
nginx -c "$PWD/$scratch/feeds.conf" 2>"$scratch/nginx.log" &
server=$!

settings=()
while read -r setting; do
  settings+=(--env "$setting")
done < <(grep '^DOTNET_' gitops/base/rainfall.env)
container=$(podman run --detach --pull never --network host --read-only --read-only-tmpfs=false --cap-drop ALL --security-opt no-new-privileges \
  --memory 256m --tmpfs /tmp:size=16m --env AllowedHosts=localhost --env Hydromet__Source=Live --env Hydromet__BaseAddress=http://127.0.0.1:8081/ \
  --env Hydromet__RefreshInterval=00:00:02 --env Logging__LogLevel__Default=Error "${settings[@]}" "$image")
site=http://127.0.0.1:8080
curl --silent --output /dev/null --fail --retry 60 --retry-all-errors --retry-delay 1 --header 'Host: localhost' "$site/readyz"
pid=$(podman inspect --format '{{.State.Pid}}' "$container")

group=$(sed -n 's/^[0-9]*:memory://p' "/proc/$pid/cgroup")
if [ -n "$group" ]; then
  group=/sys/fs/cgroup/memory$group now=memory.usage_in_bytes peak=memory.max_usage_in_bytes
else
  group=/sys/fs/cgroup$(sed -n 's/^0:://p' "/proc/$pid/cgroup") now=memory.current peak=memory.peak
fi
kills() {
  cat "$group"/memory.oom_control "$group"/memory.events 2>/dev/null | sed -n 's/^oom_kill //p'
}
mebibytes() { # file
  printf '%s\n' "$(($(cat "$group/$1") / 1048576))"
}
# As the kubelet counts: without the page cache that the kernel gives back first.
held() {
  local idle
  idle=$(sed -nE 's/^(total_inactive_file|inactive_file) //p' "$group/memory.stat" | tail -n 1)
  printf '%s\n' "$((($(cat "$group/$now") - idle) / 1048576))"
}
resident() {
  printf '%s\n' "$(($(sed -n 's/^VmRSS:[[:space:]]*\([0-9]*\) kB/\1/p' "/proc/$pid/status") / 1024))"
}

# From within the group, so that it counts as the container's memory.
bash -c 'echo $$ >"$1/cgroup.procs" && dd if=/dev/zero of="/proc/$2/root/tmp/full" bs=1M status=none 2>/dev/null' fill "$group" "$pid" || true
printf '/tmp has %s MiB of 16; the group uses %s of %s MiB.\n' "$(($(stat -c %s "/proc/$pid/root/tmp/full") / 1048576))" "$(mebibytes $now)" 256

for path in '/?site=3018&period=24_hour' /gauges /api/rainfall/3018/24_hour /map; do
  hey -z "${seconds}s" -c 5 -q 10 -t 10 -host localhost "$site$path" >"$scratch/load.${#loads[@]}" &
  loads+=("$!")
done
most=0 highest=0
for _ in $(seq "$seconds"); do
  sleep 1
  [ -d "/proc/$pid" ] || break
  one=$(resident) two=$(held)
  [ "$one" -le "$most" ] || most=$one
  [ "$two" -le "$highest" ] || highest=$two
done
wait "${loads[@]}" || true
loads=()

count() { # pattern
  cat "$scratch"/load.* | sed -nE "s/^ *$1.*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'
}
good=$(count '\[200\]\t([0-9]+) responses') other=$(count '\[[013-9][0-9]*\]\t([0-9]+) responses') errors=$(count '\[([0-9]+)\]\t(Get|Put)')
downloads=$(grep -c '/media/Rain5Day.csv' "$scratch/feeds.log")
[ "$other" -eq 0 ] || sed -n '/^ *\[[0-9]*\].*responses/p' "$scratch"/load.*
printf '%s s: %s responses of 200 (%s/s), %s others, %s errors; %s downloads of %s bytes.\n' "$seconds" "$good" "$((good / seconds))" "$other" "$errors" "$downloads" "$(stat -c %s "$feed")"
printf 'Resident, with mapped files, at most %s MiB; working set at most %s of 256 MiB, %s with the page cache; processes killed by the kernel: %s.\n' \
  "$most" "$highest" "$(mebibytes $peak 2>/dev/null || printf '?')" "$(kills)"
[ -d "/proc/$pid" ] && [ "$(kills)" = 0 ] && [ "$other" -eq 0 ] && [ "$errors" -eq 0 ]
