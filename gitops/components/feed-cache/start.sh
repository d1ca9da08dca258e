#!/bin/sh
# Starts nginx with this folder's configuration and the name servers of this pod. Everything is written below the folder that is named, or /tmp.
set -e
here=$(dirname "$0")
run=$1
[ -n "$run" ] || run=/tmp
servers=$RESOLV_CONF
[ -n "$servers" ] || servers=/etc/resolv.conf
mkdir -p "$run/conf"
cp "$here"/*.conf "$run/conf/"
# A pod without IPv6 still gets such addresses from a name server; asking for none of them avoids a connection that fails.
awk -v valid="$RESOLVER_VALID" '
  $1 == "nameserver" && $2 !~ /%/ { list = list " " ($2 ~ /:.*:/ ? "[" $2 "]" : $2) }
  END { if (list == "") exit 1; print "resolver" list " ipv6=off valid=" (valid == "" ? "30s" : valid) ";" }
' "$servers" >"$run/conf/resolver.conf"
exec nginx -e stderr -p "$run/" -c conf/nginx.conf -g 'daemon off;'
