#!/usr/bin/env bash
# usage: scripts/image/local-bases.sh
# Makes the three base images of samples/RainfallSite/Dockerfile from this machine's own files, where no registry can be reached:
# localhost/hydromet/tools replaces the SDK and Node images, localhost/hydromet/runtime the chiseled one (no shell in it, uid 1654).
# They are what the Dockerfile is tried on, not what is deployed.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../gitops/common.sh"
[ "$#" -eq 0 ] || misused "unexpected argument '$1'"
# shellcheck source=scripts/image/containers.sh
. scripts/image/containers.sh

dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
version=$(dotnet --list-runtimes | sed -n 's/^Microsoft.AspNetCore.App \(10\.[0-9.]*\) .*/\1/p' | sort -V | tail -n 1)
made_from=$(cat "${BASH_SOURCE[0]}" <(printf '%s\n' "$version" "$(readlink -f "$(command -v node)")" "$(stat -L -c %Y /etc/ssl/certs)") | sha256sum | cut -c 1-64)

present() { # name
  [ "$(buildah inspect --type image --format '{{index .Docker.Config.Labels "made-from"}}' "$1" 2>/dev/null)" = "$made_from" ]
}
if present localhost/hydromet/tools && present localhost/hydromet/runtime; then
  exit 0
fi

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

# Copies what files load to the same places under a root.
put_libraries() { # root file...
  local to=$1
  shift
  ldd "$@" 2>/dev/null | sed -nE 's/^.*=> (\/[^ ]*) .*|^\t(\/[^ ]*) .*/\1\2/p' | sort -u | while read -r file; do
    [ -e "$to$file" ] || cp --parents -L "$file" "$to"
  done
}

put() { # root file...
  cp --parents -L "${@:2}" "$1"
  put_libraries "$@"
}

skeleton() { # root
  mkdir -p "$1"/{bin,etc/ssl,lib,mnt,tmp,root,proc,sys,dev,home/app,usr/bin,usr/lib,usr/share,var/tmp}
  chmod 1777 "$1/tmp" "$1/var/tmp"
  printf 'root:x:0:0:root:/root:/bin/sh\napp:x:1654:1654::/home/app:/sbin/nologin\n' >"$1/etc/passwd"
  printf 'root:x:0:\napp:x:1654:\n' >"$1/etc/group"
  printf 'hosts: files dns\n' >"$1/etc/nsswitch.conf"
  # With the authorities that this machine trusts beyond the usual ones.
  cp -rL /etc/ssl/certs "$1/etc/ssl/"
  cp -rL /usr/share/zoneinfo "$1/usr/share/"
  # What .NET loads by name: ICU and OpenSSL.
  local libraries
  mapfile -t libraries < <(ldconfig -p | grep -oE '/[^ ]*/lib(icu(uc|i18n|data)|ssl|crypto)\.so\.[0-9.]+$' | sort -u)
  put "$1" "${libraries[@]}"
  put_libraries "$1" "$dotnet/dotnet" "$dotnet"/host/fxr/*/*.so "$dotnet/shared/Microsoft.NETCore.App/$version"/*.so
}

commit() { # root name config...
  local container name=$2 from=$1
  shift 2
  container=$(buildah from scratch)
  buildah add --quiet "$container" "$from" / >/dev/null
  buildah config --label made-from="$made_from" "$@" "$container"
  buildah commit --quiet --rm "$container" "$name" >/dev/null
  printf '%s\n' "$name"
}

skeleton "$root/tools"
coreutils=$(for program in basename cat chmod cp cut date dirname env head id ln ls mkdir mktemp mv pwd readlink rm sort tail test touch tr true uname wc; do command -v "$program" | grep ^/; done)
# shellcheck disable=SC2086 # one word each
put "$root/tools" /bin/sh /bin/bash "$(command -v sed)" "$(command -v grep)" "$(command -v node)" $coreutils
mkdir -p "$root/tools/usr/local/bin"
ln -s /usr/share/dotnet/dotnet "$root/tools/usr/local/bin/dotnet"
ln -s "$(npm root --global 2>/dev/null)/npm/bin/npm-cli.js" "$root/tools/usr/local/bin/npm"
# The packages that this machine has serve first; its authorities count for npm too; nothing asks whether a certificate was revoked, which takes minutes without a way out.
commit "$root/tools" localhost/hydromet/tools \
  --env PATH=/usr/local/bin:/usr/bin:/bin --env NUGET_FALLBACK_PACKAGES=/mnt/nuget --env NUGET_CERT_REVOCATION_MODE=offline \
  --env MSBUILDDISABLENODEREUSE=1 --env UseSharedCompilation=false --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt

skeleton "$root/runtime"
mkdir -p "$root/runtime/usr/share/dotnet/shared"
for part in dotnet host shared/Microsoft.NETCore.App/"$version" shared/Microsoft.AspNetCore.App/"$version"; do
  (cd "$dotnet" && cp -r --parents "$part" "$root/runtime/usr/share/dotnet/")
done
ln -s ../share/dotnet/dotnet "$root/runtime/usr/bin/dotnet"
commit "$root/runtime" localhost/hydromet/runtime \
  --user 1654 --env APP_UID=1654 --env ASPNETCORE_HTTP_PORTS=8080 --env DOTNET_RUNNING_IN_CONTAINER=true --env PATH=/usr/bin
