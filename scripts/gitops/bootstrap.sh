#!/usr/bin/env bash
# usage: scripts/gitops/bootstrap.sh dev|prod [--check | --skip-checks] [-- OPTION-OF-FLUX-BOOTSTRAP...]
# Installs Flux in the cluster of the current context and lets it follow this repository.
# Checks first, changing nothing, what the environment needs from the cluster. --check stops there. --skip-checks does not look.
# What follows -- goes to flux bootstrap as it is, such as --components-extra=image-reflector-controller,image-automation-controller --read-write-key
# Flux gets a read-only deploy key. The token of gh, or GITHUB_TOKEN, makes the key and pushes Flux's manifests; it is not stored.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=scripts/gitops/repository.sh
. scripts/gitops/repository.sh

# The floor: fields and features that the tree uses (spec.ignore, CancelHealthCheckOnNewRevision; preStop.sleep, matchLabelKeys).
flux_floor=2.9.0
kubernetes_floor=1.34.0

environment='' checks=yes install=yes
while [ "$#" -gt 0 ] && [ "$1" != -- ]; do
  case $1 in
    dev | prod) environment=$1 ;;
    --check) install=no ;;
    --skip-checks) checks=no ;;
    *) misused "unknown argument '$1'" ;;
  esac
  shift
done
[ -n "$environment" ] || misused 'name an environment'
[ "$checks$install" != nono ] || misused '--check and --skip-checks exclude each other'
entry=gitops/clusters/$environment
! grep -q 'newName: ghcr.io/OWNER/REPO$' "gitops/overlays/$environment/image/kustomization.yaml" || refuse 'the tree still names ghcr.io/OWNER/REPO; run scripts/gitops/init.sh first'
for program in flux kubectl git; do
  command -v "$program" >/dev/null || refuse "$program is not installed"
done
require_cluster
printf 'Cluster of the context %s.\n' "$context"

missing=0
lacks() {
  printf 'missing: %s\n' "$*" >&2
  missing=$((missing + 1))
}

at_least() { # version floor
  [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]
}

has() { # kind name advice
  kubectl get "$1" "$2" >/dev/null 2>&1 || lacks "$1 $2: $3"
}

check_versions() {
  local flux kubernetes
  flux=$(flux version --client | sed -n 's/^flux: v\([0-9.]*\).*/\1/p')
  at_least "${flux:-0}" "$flux_floor" || lacks "flux $flux_floor or newer; this one is ${flux:-unknown}"
  kubernetes=$(kubectl version --output json | sed -n '/"serverVersion"/,$ s/.*"gitVersion": "v\([0-9.]*\).*/\1/p' | head -n 1)
  at_least "${kubernetes:-0}" "$kubernetes_floor" || lacks "Kubernetes $kubernetes_floor or newer; this one is ${kubernetes:-unknown}"
  flux check --pre || lacks 'what flux check --pre names above'
}

# What the rendered environment refers to and does not bring.
check_needs() { # rendered
  local name
  ! grep -q '^apiVersion: gateway.networking.k8s.io/' <<<"$1" || has customresourcedefinition httproutes.gateway.networking.k8s.io 'install the Gateway API'
  ! grep -q '^apiVersion: flagger.app/' <<<"$1" || has customresourcedefinition canaries.flagger.app 'install Flagger'
  ! grep -q '^apiVersion: traefik.io/' <<<"$1" || has customresourcedefinition middlewares.traefik.io "install Traefik with its definitions"
  while read -r name; do
    has ingressclass "$name" 'install the ingress controller, or choose another with scripts/gitops/init.sh --ingress'
  done < <(sed -n 's/^ *ingressClassName: //p' <<<"$1" | sort -u)
  while read -r name; do
    has customresourcedefinition clusterissuers.cert-manager.io 'install cert-manager'
    has clusterissuer "$name" 'create the issuer, or name another with scripts/gitops/init.sh --issuer'
  done < <(sed -n 's#^ *cert-manager.io/cluster-issuer: ##p' <<<"$1" | sort -u)
  while read -r name; do
    has namespace "$name" 'the network policies let its pods in; choose another preset with scripts/gitops/init.sh --ingress'
  done < <(sed -n 's#^ *kubernetes.io/metadata.name: ##p' <<<"$1" | sort -u)
}

if [ "$checks" = yes ]; then
  rendered=$(scripts/gitops/kustomize.sh "gitops/overlays/$environment")
  check_versions
  check_needs "$rendered"
  [ "$missing" -eq 0 ] || refuse "$missing checks failed; nothing was installed"
  printf 'The cluster has what %s needs.\n' "$environment"
  if grep -Eq '^(- |  )digest: sha256:0{64}$' "gitops/overlays/$environment/image/kustomization.yaml"; then
    printf '%s has no image yet; it stays suspended until the first one is committed.\n' "$environment"
  fi
fi
[ "$install" = yes ] || exit 0

repository=$(repository_name) || refuse 'the remote origin is not a repository on GitHub; set GITHUB_REPOSITORY=OWNER/REPO'
git fetch --quiet "${REMOTE:-origin}" main
if ! git diff --quiet FETCH_HEAD -- gitops; then
  if git diff --quiet HEAD -- gitops && git merge-base --is-ancestor HEAD FETCH_HEAD; then
    refuse 'main on GitHub has newer commits; git pull first'
  fi
  refuse 'gitops differs from main on GitHub; commit and push first'
fi
if [ -z "${GITHUB_TOKEN:-}" ]; then
  GITHUB_TOKEN=$(gh auth token 2>/dev/null) || refuse 'log in with gh auth login, or set GITHUB_TOKEN to a token that may administer the repository'
fi
export GITHUB_TOKEN
arguments=(--owner="${repository%/*}" --repository="${repository#*/}" --branch=main --path="$entry" --read-write-key=false)
# --personal is wrong for an organization, whose repositories have teams.
kind=${OWNER_TYPE:-$(gh api "users/${repository%/*}" --jq .type 2>/dev/null)} || refuse 'set OWNER_TYPE to User or Organization, or install gh'
[ "$kind" != User ] || arguments+=(--personal)
flux bootstrap github "${arguments[@]}" "${@:2}"
printf 'Flux pushed its manifests: git pull. Watch it: flux get kustomizations --watch\n'
