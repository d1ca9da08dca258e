#!/usr/bin/env bash
# usage: scripts/gitops/clean-maps.sh dev|prod [--dry-run]
# Deletes the settings maps of an environment that nothing needs any more. --dry-run only names them.
# A map is kept that a Deployment, a pod, a CronJob, a Job of it, a ReplicaSet with pods, or one of the last three revisions of a Deployment refers to.
# Flux does not prune these maps, so that a rollback finds its own. Needs kubectl and jq, and the context of the cluster.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

environment='' dry_run=no
for word in "$@"; do
  case $word in
    dev | prod) environment=$word ;;
    --dry-run) dry_run=yes ;;
    *) misused "unknown argument '$word'" ;;
  esac
done
[ -n "$environment" ] || misused 'name an environment'
for program in kubectl jq; do
  command -v "$program" >/dev/null || refuse "$program is not installed"
done
namespace=rainfall-$environment
require_cluster
get() { # kind option...
  kubectl --namespace "$namespace" get "$@" --output json
}

may_not="$context does not let you read $namespace; nothing was deleted"
maps=$(get configmaps --selector app.kubernetes.io/component=config) || refuse "$may_not"
workloads=$(get deployments,replicasets,pods,jobs,cronjobs) || refuse "$may_not"

unneeded=$(jq --raw-output --argjson maps "$maps" '
  def revision: .metadata.annotations["deployment.kubernetes.io/revision"] // "0" | tonumber;
  def owner: .metadata.ownerReferences[0].uid // "";
  def names: [.. | objects | .configMapRef?.name?, .configMapKeyRef?.name?, .configMap?.name?,
              ((.projected?.sources? // [])[] | .configMap?.name?) | strings];
  [.items[] | select(.kind | IN("Deployment", "Pod", "Job", "CronJob"))] as $running
  | [.items[] | select(.kind == "ReplicaSet")] as $sets
  | [$sets[] | select((.spec.replicas // 0) > 0 or (.status.replicas // 0) > 0)] as $busy
  | [$sets | group_by(owner)[] | sort_by(revision) | reverse | .[:3][]] as $recent
  | ($running + $busy + $recent | map(names) | add // []) as $needed
  | if ($running | map(select(.kind == "Deployment")) | length) == 0 then error("there is no Deployment; is this the right cluster?") else . end
  | $maps.items[].metadata.name | select(IN($needed[]) | not)' <<<"$workloads") || refuse "nothing was deleted in $namespace"

if [ -z "$unneeded" ]; then
  printf 'Every settings map of %s is needed.\n' "$namespace"
elif [ "$dry_run" = yes ]; then
  printf 'These settings maps of %s are not needed; without --dry-run they are deleted:\n%s\n' "$namespace" "$unneeded"
else
  while read -r name; do
    kubectl --namespace "$namespace" delete configmap "$name"
  done <<<"$unneeded"
fi
