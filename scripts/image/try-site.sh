#!/usr/bin/env bash
# usage: scripts/image/try-site.sh IMAGE
# Runs the site's image as a plain container and as the Deployment of each overlay, and asks it what a cluster and a visitor would.
# Wants a network namespace of its own (scripts/image/check.sh gives it one).
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../gitops/common.sh"
[[ $# -eq 1 && $1 != -* ]] || misused 'it takes an image'
# shellcheck source=scripts/image/containers.sh
. scripts/image/containers.sh
PATH=$PATH:/usr/sbin
# No systemd, no timers; this script asks the probes itself.
export DISABLE_HC_SYSTEMD=true

image=$1
site=http://127.0.0.1:8080
feeds=http://127.0.0.1:8081/
mkdir -p artifacts
scratch=$(mktemp -d artifacts/try-site.XXXXXX)
container=
server=

stop_all() {
  podman pod rm --all --force >/dev/null 2>&1 || true
  [ -z "$container" ] || podman rm --force "$container" >/dev/null 2>&1 || true
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$scratch"
}
trap stop_all EXIT

fail() {
  printf 'FAILED: %s\n' "$*"
  [ -z "$container" ] || podman logs --tail 30 "$container" 2>&1 | cut -c 1-300 || true
  exit 1
}

ip link set lo up
# As root: the checkout may lie below a home that only its owner can read.
cat >"$scratch/feeds.conf" <<NGINX
user root;
daemon off;
pid $PWD/$scratch/feeds.pid;
error_log stderr;
events {}
http {
  access_log off;
  types { text/csv csv; application/json json; }
  client_body_temp_path $PWD/$scratch/body; proxy_temp_path $PWD/$scratch/proxy; fastcgi_temp_path $PWD/$scratch/fastcgi;
  uwsgi_temp_path $PWD/$scratch/uwsgi; scgi_temp_path $PWD/$scratch/scgi;
  server {
    listen 127.0.0.1:8081;
    root $PWD/lib/Lcra.Hydromet.Replay/Recordings/2026-10-02;
    location / { try_files \$uri \$uri.json =404; }
  }
}
NGINX
chmod 755 "$scratch"
nginx -c "$PWD/$scratch/feeds.conf" 2>"$scratch/feeds.log" &
server=$!

fetch() { # path curl-options...
  curl --silent --show-error --max-time 10 --header 'Host: localhost' "${@:2}" "$site$1"
}

# Until the path answers 200; a container that has ended never will.
await() { # path
  local try
  for try in $(seq 1 300); do
    [ "$(fetch "$1" --output /dev/null --write-out '%{http_code}' 2>/dev/null)" != 200 ] || return 0
    [ "$(podman inspect --format '{{.State.Running}}' "$container")" = true ] || fail "the container ended before $1 answered"
    sleep 0.2
  done
  fail "$1 does not answer after $try tries"
}

expect() { # what pattern file
  grep -qE "$2" "$3" || fail "$1: nothing matches '$2' in: $(head -c 600 "$3")"
}

check_process() {
  local status
  status=/proc/$(podman inspect --format '{{.State.Pid}}' "$container")/status
  expect 'runs as uid 1654' '^Uid:\s1654\s1654\s1654\s1654$' "$status"
  expect 'has no capability' '^CapEff:\s0+$' "$status"
  expect 'cannot gain privileges' '^NoNewPrivs:\s1$' "$status"
  expect 'runs under seccomp' '^Seccomp:\s2$' "$status"
  expect 'has a read-only root' ' / / ro[, ]' "${status%/status}/mountinfo"
  podman inspect --format '{{.HostConfig.Memory}}' "$container" >"$scratch/memory"
  expect 'has the memory limit of the Deployment' "^$((256 * 1024 * 1024))$" "$scratch/memory"
}

check_site() { # liveness readiness
  await "$1"
  await "$2"
  fetch '/?site=3018&period=24_hour' --fail --output "$scratch/page.html" || fail 'there is no page'
  expect 'the page shows the number' '2\.81' "$scratch/page.html"
  fetch /api/rainfall/3018/24_hour --fail --output "$scratch/total.json"
  expect 'times are local to Texas' '"end":"2026-10-02T06:55:00-05:00"' "$scratch/total.json"
  fetch /api/rainfall/3018/this_year --fail --output "$scratch/year.json"
  expect 'winter has its own offset' '"start":"2026-01-01T00:00:00-06:00"' "$scratch/year.json"

  local asset
  asset=$(grep -oE 'href="/[^"]*site\.[a-z0-9]{10}\.css"' "$scratch/page.html" | cut -d '"' -f 2 | head -n 1)
  [ -n "$asset" ] || fail 'the page links no fingerprinted style sheet'
  local encoding
  for encoding in br gzip; do
    fetch "$asset" --fail --header "Accept-Encoding: $encoding" --dump-header "$scratch/headers" --output /dev/null
    expect 'assets are compressed' "^[Cc]ontent-[Ee]ncoding: $encoding" "$scratch/headers"
    expect 'assets are kept for a year' 'max-age=31536000, ?immutable' "$scratch/headers"
  done
}

# A clean end: no signal after the first, and well before the grace period is over.
check_stop() { # grace
  podman stop --time "$1" "$container" >/dev/null
  local code
  code=$(podman inspect --format '{{.State.ExitCode}}' "$container")
  [ "$code" = 0 ] || fail "it ended with $code after SIGTERM, not with 0 within $1 s"
}

try_container() {
  container=$(podman run --detach --pull never --network host --read-only --read-only-tmpfs=false --cap-drop ALL --security-opt no-new-privileges \
    --memory 256m --tmpfs /tmp:size=16m --env DOTNET_GCHeapHardLimitPercent=32 --env AllowedHosts=localhost --env Hydromet__Source=Live --env Hydromet__BaseAddress="$feeds" "$image")
  check_site /healthz /readyz
  check_process
  check_stop 45
  podman rm "$container" >/dev/null
  container=
  printf 'As a container: alive, ready, right, local, compressed, ended on request.\n'
}

# By the compose file, on a network of its own behind a published port: LCRA is out of reach, so it replays the recording.
try_compose() {
  local compose=(podman-compose --file samples/deploy/compose.yaml --file "$scratch/compose.yaml")
  export RAINFALL_IMAGE=$image
  printf 'services:\n  rainfall:\n    environment:\n      Hydromet__Source: Replay\n' >"$scratch/compose.yaml"
  "${compose[@]}" up --detach >"$scratch/compose.log" 2>&1 || true
  container=$(podman ps --all --filter "ancestor=$image" --format '{{.ID}}')
  [ -n "$container" ] || fail "podman-compose does not start: $(tail -n 5 "$scratch/compose.log")"
  check_site /healthz /readyz
  check_process
  "${compose[@]}" down >"$scratch/compose.log" 2>&1
  podman network rm --force deploy_default >/dev/null 2>&1 || true
  container=
  printf 'By the compose file: the same.\n'
}

probe() { # name file
  sed -n "/^ *$1:/,/ path:/s/^ *path: //p" "$2" | head -n 1
}

try_overlay() { # environment
  mkdir -p "$scratch/$1"
  cat >"$scratch/$1/kustomization.yaml" <<YAML
resources:
  - ../../../gitops/overlays/$1
images:
  - name: $(sed -n 's/^  newName: //p' "gitops/overlays/$1/image/kustomization.yaml")
    newName: ${image%:*}
    newTag: ${image##*:}
replicas:
  - name: rainfall
    count: 1
patches:
  # Only the site: what an overlay runs beside it comes from images of others.
  - target:
      kind: Deployment
      labelSelector: app.kubernetes.io/name!=rainfall
    patch: |
      \$patch: delete
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: other
  - target:
      kind: Deployment
      name: rainfall
    patch: |
      - op: add
        path: /spec/template/spec/hostNetwork
        value: true
      - op: add
        path: /spec/template/spec/containers/0/imagePullPolicy
        value: Never
      # podman maps no ports of a host's network, and has no kubelet to ask the probes: this script asks them.
      - op: remove
        path: /spec/template/spec/containers/0/ports
      - op: remove
        path: /spec/template/spec/containers/0/startupProbe
      - op: remove
        path: /spec/template/spec/containers/0/livenessProbe
      - op: remove
        path: /spec/template/spec/containers/0/readinessProbe
  # In the map, not beside it: podman lets envFrom win over env.
  - target:
      kind: ConfigMap
      name: rainfall-config.*
    patch: |
      - op: add
        path: /data/Hydromet__BaseAddress
        value: $feeds
YAML
  scripts/gitops/kustomize.sh "gitops/overlays/$1" | awk -v RS='(^|\n)---\n' '/kind: Deployment\n/ && /\n  name: rainfall\n/' >"$scratch/$1/rendered"
  scripts/gitops/kustomize.sh "$scratch/$1" >"$scratch/$1.yaml"
  podman play kube --quiet "$scratch/$1.yaml" >"$scratch/play.log" 2>&1 || fail "podman refuses the Deployment of $1: $(cat "$scratch/play.log")"
  container=$(podman ps --all --filter "ancestor=$image" --format '{{.ID}}')
  check_site "$(probe livenessProbe "$scratch/$1/rendered")" "$(probe readinessProbe "$scratch/$1/rendered")"
  check_process
  check_stop "$(sed -n 's/^ *terminationGracePeriodSeconds: //p' "$scratch/$1/rendered" | head -n 1)"
  podman play kube --down "$scratch/$1.yaml" >/dev/null 2>&1 || true
  container=
  printf 'As the Deployment of %s: the same.\n' "$1"
}

try_container
try_compose
for overlay in dev prod; do
  try_overlay "$overlay"
done
