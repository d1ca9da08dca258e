#!/usr/bin/env bash
# Writes what is yours into the tree: the repository, the hosts, the ingress controller and the certificate issuer.
# Run it again at any time: the same words change nothing, other words replace what the last run wrote.
# An image name is written only while no image is deployed; afterwards scripts/gitops/set-image.sh is its only writer.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage() {
  cat <<'TEXT'
usage: scripts/gitops/init.sh OWNER/REPO HOST [options]
  OWNER/REPO      your repository on GitHub
  HOST            the host name of prod, such as rain.example.org; dev gets dev.HOST
  --ingress NAME  traefik (default), k3s, ingress-nginx or gateway
  --issuer NAME   the ClusterIssuer of cert-manager for prod's certificate (default: letsencrypt)
  --contact MAIL  who runs the site, for LCRA's log (default: the site's address)
  --dev-host HOST the host name of dev
TEXT
}

refuse() {
  printf 'init: %s\n' "$*" >&2
  exit 1
}

slug='' host='' dev_host='' ingress='' issuer='' contact=''
while [ "$#" -gt 0 ]; do
  case $1 in
    --help | -h) usage && exit 0 ;;
    --ingress | --issuer | --contact | --dev-host)
      [ "$#" -ge 2 ] || refuse "$1 needs a value"
      case $1 in
        --ingress) ingress=$2 ;;
        --issuer) issuer=$2 ;;
        --contact) contact=$2 ;;
        --dev-host) dev_host=$2 ;;
      esac
      shift
      ;;
    -*) refuse "unknown option '$1'; --help lists the options" ;;
    *)
      if [ -z "$slug" ]; then slug=$1; elif [ -z "$host" ]; then host=$1; else refuse "unexpected argument '$1'"; fi
      ;;
  esac
  shift
done
if [ -z "$slug" ] || [ -z "$host" ]; then
  usage >&2
  exit 2
fi
dev_host=${dev_host:-dev.$host}

matches() { printf '%s\n' "$1" | grep -Eqx "$2"; }
matches "$slug" '[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+' || refuse "'$slug' is not OWNER/REPO"
[ "$slug" != OWNER/REPO ] || refuse 'replace OWNER/REPO with your repository'
label='[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
for name in "$host" "$dev_host"; do
  matches "$name" "$label(\.$label)+" || refuse "'$name' is not a host name: lower case, with a dot, without a scheme or port"
done
[ "$host" != "$dev_host" ] || refuse "dev and prod need different hosts"
[ -z "$issuer" ] || matches "$issuer" "$label" || refuse "'$issuer' is not the name of a ClusterIssuer"
[ -z "$contact" ] || matches "$contact" '[^[:space:]@()<>&|\\]+@[^[:space:]@()<>&|\\]+|https://[^[:space:]()<>&|\\]+' || refuse "'$contact' is neither a mail address nor an https address without & | and \\"
# shellcheck source=scripts/gitops/set-ingress.sh
. scripts/gitops/set-ingress.sh
[ -z "$ingress" ] || has_preset "$ingress" || refuse "there is no ingress preset '$ingress': traefik, k3s, ingress-nginx, gateway"
owner=${slug%/*}
image=ghcr.io/$(printf '%s' "$slug" | tr '[:upper:]' '[:lower:]')

put() { # file key value
  if grep -q "^$2=" "$1"; then
    edit "$1" "s|^$2=.*|$2=$3|"
  else
    printf '%s=%s\n' "$2" "$3" >>"$1"
  fi
}

for environment in dev prod; do
  overlay=gitops/overlays/$environment
  [ "$environment" = prod ] && name=$host || name=$dev_host
  put "$overlay/rainfall.env" PUBLIC_HOST "$name"
  put "$overlay/rainfall.env" AllowedHosts "$name;localhost"
  put "$overlay/rainfall.env" Hydromet__Contact "${contact:-https://$name/}"
  if grep -Eq '^(- |  )digest: sha256:0{64}$' "$overlay/image/kustomization.yaml"; then
    edit "$overlay/image/kustomization.yaml" -E "s#^(- |  )newName: .*#\\1newName: $image#"
  fi
done

[ -z "$ingress" ] || set_ingress "$ingress"
grep -rlE 'cert-manager\.io/cluster-issuer:' gitops/components | while read -r file; do
  [ -z "$issuer" ] || edit "$file" "s|\(cert-manager\.io/cluster-issuer:\) .*|\1 $issuer|"
done
grep -rlx 'kind: Provider' gitops/components | while read -r file; do
  edit "$file" "s|\(address: https://github.com/\).*|\1$slug|"
done
grep -rlx 'kind: ImageRepository' gitops/components | while read -r file; do
  edit "$file" "s|^\(  image: \)ghcr\.io/.*|\1$image|"
done
edit .github/CODEOWNERS "s|^\(/.*\) @OWNER\$|\1 @$owner|"

if leftover=$(grep -rnE 'OWNER/REPO|@OWNER$' gitops .github); then
  refuse "these lines still need a value:
$leftover"
fi
written=$(git diff --name-only -- 'gitops/*.yaml')
if [ -n "$written" ] && command -v yamllint >/dev/null; then
  # shellcheck disable=SC2086 # one word each
  yamllint --strict $written
fi

value() { # key rendered
  sed -n "s/^ *\(- \)\{0,1\}$1: //p" <<<"$2" | sort -u | tr '\n' ' '
}
for environment in dev prod; do
  rendered=$(scripts/gitops/kustomize.sh "gitops/overlays/$environment")
  scripts/gitops/kustomize.sh "gitops/clusters/$environment" >/dev/null
  class=$(value ingressClassName "$rendered")
  printf '%s\n  address   https://%s\n  ingress   %s\n  contact   %s\n  images    %s\n' "$environment" \
    "$(value PUBLIC_HOST "$rendered")" "${class:-by HTTPRoute}" "$(value Hydromet__Contact "$rendered")" \
    "$(value image "$rendered" | sed 's/@sha256:0\{64\}/ (not built yet)/; s/@sha256:[0-9a-f]*//g')"
done
printf 'Commit and push gitops and .github. The next command is scripts/gitops/github.sh.\n'
