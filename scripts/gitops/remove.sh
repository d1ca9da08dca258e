#!/usr/bin/env bash
# usage: scripts/gitops/remove.sh dev|prod
# Takes the site off a cluster in two commits.
# The first takes the Kustomizations of the site and its migration out of the cluster's entry: Flux deletes the site with the account that may. The second, made when
# this is run again after the first was applied, takes out that account, its rights, the namespace's own objects, and the components that need them: flux-notifications and flux-image-automation.
# In one commit the account would be gone before the site, which would run on without anybody's care.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

environment=${1:-}
case $environment in
  dev | prod) ;;
  *) misused 'name an environment' ;;
esac
[ "$#" -eq 1 ] || misused "unexpected argument '$2'"
remote=${REMOTE:-origin}
entry=gitops/clusters/$environment/kustomization.yaml
site=rainfall-$environment

[ -z "$(git status --porcelain -- gitops)" ] || refuse 'gitops has changes that are not committed'
lists() { # file-content resource
  grep -qx -- "  - $2" <<<"$1"
}

take_out() { # resource...
  local resource
  for resource in "$@"; do
    edit "$entry" "\\|^  - $resource\$|d"
  done
  if ! scripts/gitops/kustomize.sh "gitops/clusters/$environment" >/dev/null; then
    git checkout --quiet -- "$entry"
    refuse "$entry does not render without $*; take out what needs them, commit, and run this again. Nothing was changed"
  fi
}

if lists "$(cat "$entry")" rainfall.yaml; then
  gone=kustomization/$site
  ! lists "$(cat "$entry")" migrate || gone+=" kustomization/$site-migrate"
  take_out rainfall.yaml migrate
  git commit --quiet --message "remove($environment): the site" -- "$entry"
  cat <<TEXT
Committed the first of two steps. Push it, and wait until Flux has deleted the site:
  flux reconcile kustomization flux-system --with-source
  kubectl --namespace flux-system wait --for=delete $gone --timeout=5m
Then run this again.
TEXT
elif lists "$(cat "$entry")" rbac.yaml; then
  git fetch --quiet "$remote" main
  ! lists "$(git show "FETCH_HEAD:$entry")" rainfall.yaml || refuse "the first step is not on $remote yet; push it and wait until Flux has deleted the site"
  if command -v kubectl >/dev/null && [ "${CLUSTER_IS_GONE:-no}" = no ]; then
    found=$(kubectl --namespace flux-system get kustomizations.kustomize.toolkit.fluxcd.io --output name 2>/dev/null) ||
      refuse "the cluster cannot be asked whether the site is gone; choose its context, or set CLUSTER_IS_GONE=yes when the cluster no longer exists"
    ! grep -Exq "kustomization.kustomize.toolkit.fluxcd.io/$site(-migrate)?" <<<"$found" || refuse "the cluster still has the Kustomization $site or its migration; wait until Flux has deleted them"
  fi
  take_out rbac.yaml namespace.yaml ../../components/flux-notifications ../../components/flux-image-automation
  git commit --quiet --message "remove($environment): the account and the rights of the site" -- "$entry"
  cat <<TEXT
Committed the second of two steps. Push it. The namespace, and the settings maps, the archive's claim and its secret in it, are never pruned; delete them when nothing needs them:
  kubectl delete namespace $site
The files of gitops/overlays/$environment and gitops/clusters/$environment stay. To bring the site back, revert both commits in one push.
TEXT
else
  refuse "the site is not on the cluster $environment"
fi
