#!/usr/bin/env bash
# nginx 1.22.1: `return 408;` sends no response. nginx closes the connection, so the client sees a reset instead of a status that it may
# retry, while the access log says 408. Every other standard status that `return` is given alone gets nginx's own page, and `return 408`
# with a text, or `error_page … =408`, sends the status too. `nginx -t` finds nothing wrong.
# Expected: `return CODE;` sends CODE. The documentation of `return` names one code that closes the connection, the non-standard 444.
# Needs Debian 12's apt-get, curl, and a free port (PORT, 18408 without it); installs the pinned package into a temporary folder.
set -euo pipefail

port=${PORT:-18408}
work=$(mktemp -d)
server=
stop() {
  [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server"; } || true
  rm -rf "$work"
}
trap stop EXIT
cd "$work"

version=1.22.1-9+deb12u9
apt-get -qq -o APT::Sandbox::User=root download "nginx=$version"
dpkg -x nginx_*.deb out
nginx=$work/out/usr/sbin/nginx

cat >nginx.conf <<NGINX
daemon off;
pid $work/pid;
error_log stderr;
events {}
http {
  log_format status '\$uri \$status \$bytes_sent';
  access_log $work/access.log status;
  client_body_temp_path $work/body; proxy_temp_path $work/proxy; fastcgi_temp_path $work/fastcgi;
  uwsgi_temp_path $work/uwsgi; scgi_temp_path $work/scgi;
  server {
    listen 127.0.0.1:$port;
    location = /ready { return 204; }
    location = /408 { return 408; }
    location = /408-text { return 408 "wait\n"; }
    location = /429 { return 429; }
    location = /504 { return 504; }
  }
}
NGINX
"$nginx" -t -q -c "$work/nginx.conf"
"$nginx" -c "$work/nginx.conf" &
server=$!
curl --silent --output /dev/null --retry 50 --retry-connrefused --retry-delay 1 "http://127.0.0.1:$port/ready"

echo "nginx $version"
for path in 408 408-text 429 504; do
  ended=0
  status=$(curl --silent --output /dev/null --max-time 5 --write-out '%{http_code}' "http://127.0.0.1:$port/$path") || ended=$?
  printf '%s: status %s, curl ends with %s\n' "$path" "$status" "$ended"
done | tee seen.txt
grep '^/[45]' access.log

cat >expected.txt <<'TEXT'
408: status 000, curl ends with 52
408-text: status 408, curl ends with 0
429: status 429, curl ends with 0
504: status 504, curl ends with 0
TEXT
diff expected.txt seen.txt || {
  echo "Changed: the responses differ from those of 2026-11-29."
  exit 1
}
grep -qx '/408 408 0' access.log || {
  echo "Changed: the access log does not say that 408 was sent with 0 bytes."
  exit 1
}
echo "As seen on 2026-11-29: return 408 without a text sends no byte, and the log says 408."
