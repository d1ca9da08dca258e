#!/usr/bin/env bash
# usage: scripts/gitops/init.sh OWNER/REPO HOST [options]
# Writes what is yours into the tree: the repository, the hosts, the ingress controller and the certificate issuer.
#   OWNER/REPO      your repository on GitHub
#   HOST            the host name of prod, such as rain.example.org
#   --dev-host HOST the host name of dev (in a new copy dev.HOST)
#   --ingress NAME  traefik, k3s, ingress-nginx or gateway (in a new copy traefik)
#   --issuer NAME   the ClusterIssuer of cert-manager for prod's certificate (in a new copy letsencrypt)
#   --contact MAIL  who runs the site, for LCRA's log (in a new copy the site's address)
#   --https-only    prod redirects to HTTPS and sends HSTS by Traefik; ingress-nginx and gateway always do
# Run it again at any time: the same words change nothing, and an option that is left out keeps what is written.
# An image name is written only while no image is deployed; afterwards scripts/gitops/set-image.sh is its only writer.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

slug='' host='' dev_host='' ingress='' issuer='' contact='' https_only=no
while [ "$#" -gt 0 ]; do
  case $1 in
    --ingress | --issuer | --contact | --dev-host)
      [ -n "${2:-}" ] || misused "$1 needs a value"
      case $1 in
        --ingress) ingress=$2 ;;
        --issuer) issuer=$2 ;;
        --contact) contact=$2 ;;
        --dev-host) dev_host=$2 ;;
      esac
      shift
      ;;
    --https-only) https_only=yes ;;
    -*) misused "unknown option '$1'; --help lists the options" ;;
    *)
      if [ -z "$slug" ]; then slug=$1; elif [ -z "$host" ]; then host=$1; else misused "unexpected argument '$1'"; fi
      ;;
  esac
  shift
done
[[ -n $slug && -n $host ]] || misused 'it takes a repository and a host'

setting() { # environment key
  sed -n "s/^$2=//p" "gitops/overlays/$1/rainfall.env"
}
# What was derived from the last host is derived from the new one; rainfall.dev.example.org is the template's.
last_dev_host=$(setting dev PUBLIC_HOST)
case $last_dev_host in
  '' | rainfall.dev.example.org | "dev.$(setting prod PUBLIC_HOST)") last_dev_host=dev.$host ;;
esac
dev_host=${dev_host:-$last_dev_host}

matches() { [[ $1 =~ ^($2)$ ]]; }
matches "$slug" '[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?/[A-Za-z0-9._][A-Za-z0-9._-]*' || refuse "'$slug' is not OWNER/REPO"
case $slug in
  */. | */.. | *.git) refuse "'$slug' is not OWNER/REPO: GitHub has no repository of that name; leave .git out" ;;
esac
[ "$slug" != OWNER/REPO ] || refuse 'replace OWNER/REPO with your repository'
label='[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
for name in "$host" "$dev_host"; do
  ! matches "$name" '.*\.[0-9]+' || refuse "'$name' is an address; an ingress and a certificate need a host name"
  matches "$name" "$label(\.$label)+" || refuse "'$name' is not a host name: lower case, with a dot, without a scheme or port"
done
[ "$host" != "$dev_host" ] || refuse "dev and prod need different hosts"
[ -z "$issuer" ] || matches "$issuer" "$label(\.$label)*" || refuse "'$issuer' is not the name of a ClusterIssuer"
[ -z "$contact" ] || matches "$contact" '[^[:space:]@()<>&|\\]+@[^[:space:]@()<>&|\\]+|https://[^[:space:]()<>&|\\]+' || refuse "'$contact' is neither a mail address nor an https address without & | and \\"
# shellcheck source=scripts/gitops/set-ingress.sh
. scripts/gitops/set-ingress.sh
[ -z "$ingress" ] || has_preset "$ingress" || refuse "there is no ingress preset '$ingress': traefik, k3s, ingress-nginx, gateway"
owner=${slug%/*}
last_owner=$(sed -n 's|^ *address: https://github\.com/\([^/]*\)/.*|\1|p' gitops/components/flux-notifications/provider.yaml 2>/dev/null || true)
image=ghcr.io/$(printf '%s' "$slug" | tr '[:upper:]' '[:lower:]')

# Writes settings, and adds those that are not there.
put() { # file key value...
  local file=$1 text commands=()
  shift
  text=$'\n'$(<"$file")
  while [ "$#" -gt 0 ]; do
    [[ $text == *$'\n'"$1="* ]] || printf '%s=\n' "$1" >>"$file"
    commands+=(-e "s|^$1=.*|$1=$2|")
    shift 2
  done
  edit "$file" "${commands[@]}"
}

for environment in dev prod; do
  overlay=gitops/overlays/$environment
  [ "$environment" = prod ] && name=$host || name=$dev_host
  last_contact=$(setting "$environment" Hydromet__Contact)
  [ "$last_contact" != "https://$(setting "$environment" PUBLIC_HOST)/" ] || last_contact=''
  settings=(PUBLIC_HOST "$name" AllowedHosts "$name;localhost")
  [[ -z $contact && -n $last_contact ]] || settings+=(Hydromet__Contact "${contact:-https://$name/}")
  put "$overlay/rainfall.env" "${settings[@]}"
  if grep -Eq '^(- |  )digest: sha256:0{64}$' "$overlay/image/kustomization.yaml"; then
    edit "$overlay/image/kustomization.yaml" -E "s#^(- |  )newName: .*#\\1newName: $image#"
  fi
done

[ -z "$ingress" ] || set_ingress "$ingress"
[ "$https_only" = no ] || set_https_only
grep -rlE 'cert-manager\.io/cluster-issuer:' gitops/components | while read -r file; do
  [ -z "$issuer" ] || edit "$file" "s|\(cert-manager\.io/cluster-issuer:\) .*|\1 $issuer|"
done
grep -rlx 'kind: Provider' gitops/components | while read -r file; do
  edit "$file" "s|\(address: https://github.com/\).*|\1$slug|"
done
grep -rlx 'kind: ImageRepository' gitops/components | while read -r file; do
  edit "$file" "s|^\(  image: \)ghcr\.io/.*|\1$image|"
done
[ ! -f .github/CODEOWNERS ] || edit .github/CODEOWNERS -E "s#^(/.* )@(OWNER|${last_owner:-OWNER})( |\$)#\1@$owner\3#"

if leftover=$(grep -rnE 'OWNER/REPO|@OWNER$' gitops .github); then
  refuse "these lines still need a value:
$leftover"
fi
written=$(git diff --name-only -- 'gitops/*.yaml')
if [ -n "$written" ] && command -v yamllint >/dev/null; then
  # shellcheck disable=SC2086 # one word each
  yamllint --strict $written
fi

# Says how the rendered site is reached, and who sends plain HTTP on to HTTPS.
describe() { # environment host rendered
  local address ingress='by HTTPRoute'
  [[ ! $3 =~ ingressClassName:\ ([a-z0-9.-]+) ]] || ingress=${BASH_REMATCH[1]}
  case $3 in
    *$'\nkind: HTTPRoute\n'*) address="https://$2 (the certificate is of the Gateway; redirects to HTTPS, sends HSTS)" ;;
    *' secretName: rainfall-tls'*)
      case $3 in
        *' ingressClassName: nginx'* | *' redirectScheme:'*) address="https://$2 (redirects to HTTPS, sends HSTS)" ;;
        *) address="https://$2 (plain HTTP is served too, without HSTS: --https-only changes that)" ;;
      esac
      ;;
    *) address="http://$2 (without a certificate: the component tls adds one)" ;;
  esac
  printf '%s\n  address   %s\n  ingress   %s\n  contact   %s\n  images    %s\n' "$1" "$address" "$ingress" "$(setting "$1" Hydromet__Contact)" \
    "$(sed -n 's/@sha256:0\{64\}/ (not built yet)/; s/@sha256:[0-9a-f]*//; s/^ *\(- \)\{0,1\}image: //p' <<<"$3" | sort -u | tr '\n' ' ')"
}
for environment in dev prod; do
  rendered=$(scripts/gitops/kustomize.sh "gitops/overlays/$environment")
  scripts/gitops/kustomize.sh "gitops/clusters/$environment" >/dev/null
  [ "$environment" = prod ] && name=$host || name=$dev_host
  describe "$environment" "$name" "$rendered"
done
printf 'Commit and push gitops and .github. The next command is scripts/gitops/github.sh.\n'
