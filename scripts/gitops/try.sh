#!/usr/bin/env bash
# usage: scripts/gitops/try.sh [dev|prod]... [--keep | --down]
# Deploys the working tree as it is, uncommitted changes and all, to a cluster of its own on this machine, and tries it: no GitHub, no commit.
# kind makes the cluster, a local registry holds the site's image and the tree (as an OCI artifact), Flux applies it as it would from Git.
# The site is asked through the ingress; strangers must be refused by the network policies; a rollout under a request loop must lose nothing.
# Without a word it tries both environments. --keep leaves the cluster, --down removes it.
# Needs docker, kind, kubectl, flux and curl. The feeds are the recorded ones: a test must not depend on LCRA.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# shellcheck source=scripts/gitops/set-ingress.sh
. scripts/gitops/set-ingress.sh

cluster=${CLUSTER:-rainfall}
registry=$cluster-registry
port=${REGISTRY_PORT:-5001}
registry_image=${REGISTRY_IMAGE:-docker.io/library/registry:2}
traefik_chart=${TRAEFIK_CHART_VERSION:->=35.0.0}
scratch=$(mktemp -d)
loop='' namespace='' environments=() keep=no down=no

for word in "$@"; do
  case $word in
    dev | prod) environments+=("$word") ;;
    --keep) keep=yes ;;
    --down) down=yes ;;
    *) misused "unknown argument '$word'" ;;
  esac
done
[ "${#environments[@]}" -gt 0 ] || environments=(dev prod)

remove_all() {
  kind delete cluster --name "$cluster"
  docker rm --force "$registry" >/dev/null
}

finish() {
  local status=$?
  [ -z "$loop" ] || kill "$loop" 2>/dev/null || true
  if [ "$status" -ne 0 ] && [ -n "$namespace" ]; then
    flux get all --all-namespaces || true
    kubectl --namespace "$namespace" get all || true
    kubectl --namespace "$namespace" describe pods || true
    kubectl --namespace "$namespace" logs --selector app.kubernetes.io/name=rainfall --tail 50 || true
  fi
  [ "$keep" = yes ] || [ -z "$namespace" ] || remove_all || true
  rm -rf "$scratch"
}
trap finish EXIT

fail() {
  printf 'try: %s\n' "$*" >&2
  exit 1
}

for program in docker kind kubectl flux curl; do
  command -v "$program" >/dev/null || fail "$program is not installed"
done
if [ "$down" = yes ]; then
  remove_all
  exit 0
fi

start_cluster() {
  docker inspect "$registry" >/dev/null 2>&1 || docker run --detach --restart=always --publish "127.0.0.1:$port:5000" --name "$registry" "$registry_image" >/dev/null
  kind get clusters | grep -qx "$cluster" || kind create cluster --name "$cluster" --wait 3m --config - <<YAML
kind: Cluster
apiVersion: kind.x-k8s.io/v1alpha4
containerdConfigPatches:
  - |-
    [plugins."io.containerd.grpc.v1.cri".registry]
      config_path = "/etc/containerd/certs.d"
YAML
  local node
  for node in $(kind get nodes --name "$cluster"); do
    docker exec "$node" mkdir -p "/etc/containerd/certs.d/$registry:5000"
    printf '[host."http://%s:5000"]\n' "$registry" | docker exec --interactive "$node" cp /dev/stdin "/etc/containerd/certs.d/$registry:5000/hosts.toml"
  done
  docker network connect kind "$registry" 2>/dev/null || true
  kubectl config use-context "kind-$cluster"
}

start_controllers() {
  flux install --components source-controller,kustomize-controller,helm-controller
  kubectl apply --filename - <<YAML
apiVersion: v1
kind: Namespace
metadata: {name: traefik}
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: {name: traefik, namespace: traefik}
spec: {interval: 1h, url: https://traefik.github.io/charts}
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: traefik, namespace: traefik}
spec:
  interval: 1h
  chart: {spec: {chart: traefik, version: '$traefik_chart', sourceRef: {kind: HelmRepository, name: traefik}}}
  values: {service: {type: ClusterIP}}
YAML
  kubectl --namespace traefik wait helmrelease/traefik --for=condition=Ready --timeout=5m
}

push_image() {
  scripts/image/build.sh --tag "localhost:$port/rainfall:try"
  docker push --quiet "localhost:$port/rainfall:try" >/dev/null
  digest=$(docker inspect --format '{{index .RepoDigests 0}}' "localhost:$port/rainfall:try")
  digest=${digest#*@}
}

# The tree with this image and the recorded feeds, as Flux would download it.
push_tree() {
  mkdir "$scratch/tree"
  cp -R gitops "$scratch/tree/gitops"
  # The ingress controller here is Traefik, whatever yours is.
  (cd "$scratch/tree" && set_ingress traefik)
  local environment folder
  for environment in "${environments[@]}"; do
    folder=$scratch/tree/gitops/overlays/$environment
    cat >"$folder/image/kustomization.yaml" <<YAML
apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
images:
- digest: $digest
  name: rainfall
  newName: $registry:5000/rainfall
  newTag: try
YAML
    printf 'Hydromet__Source=Replay\n' >>"$folder/rainfall.env"
    scripts/gitops/kustomize.sh "$folder" >"$scratch/$environment.yaml"
  done
  flux push artifact "oci://localhost:$port/tree:try" --path "$scratch/tree" --source "$(pwd)" --revision "try@sha1:$(git rev-parse HEAD)" --insecure-registry
  flux create source oci flux-system --url "oci://$registry:5000/tree" --tag try --interval 1m --insecure
}

# The cluster's entry, with the artifact in place of the Git repository.
deploy() { # environment
  local folder=$scratch/$1 file
  mkdir "$folder"
  for file in namespace rbac rainfall; do
    cp "gitops/clusters/$1/$file.yaml" "$folder/"
  done
  edit "$folder/rainfall.yaml" 's/kind: GitRepository/kind: OCIRepository/'
  printf 'resources: [namespace.yaml, rbac.yaml, rainfall.yaml]\n' >"$folder/kustomization.yaml"
  kubectl apply --kustomize "$folder"
  kubectl --namespace flux-system wait "kustomization/$namespace" --for=condition=Ready --timeout=6m
}

ask() { # path
  docker exec "$cluster-control-plane" curl --silent --insecure --location --output /dev/null --max-time 5 \
    --resolve "$host:80:$ingress" --resolve "$host:443:$ingress" --write-out '%{http_code}\n' "http://$host$1"
}

# Runs wget in a pod, from the image that the feed cache has, as restricted as the site.
wget_as() { # namespace name label url [host]
  local image
  image=$(sed -n 's/^ *image: \(docker.io\/nginx[^ ]*\)/\1/p' gitops/components/feed-cache/deployment.yaml)
  kubectl --namespace "$1" run "$2" --image "$image" --restart Never --labels "$3" --attach --rm --quiet --pod-running-timeout 2m --overrides '
    {"spec":{"automountServiceAccountToken":false,"securityContext":{"runAsNonRoot":true,"runAsUser":101,"seccompProfile":{"type":"RuntimeDefault"}},
    "containers":[{"name":"'"$2"'","image":"'"$image"'","command":["wget","--quiet","--output-document=/dev/null","--timeout=5","--header=Host: '"${5:-localhost}"'","'"$4"'"],
    "securityContext":{"allowPrivilegeEscalation":false,"readOnlyRootFilesystem":true,"capabilities":{"drop":["ALL"]}}}]}}'
}

# A stranger in a namespace without policies: it reaches the ingress controller, which is open, and must reach nothing of the site.
check_policies() { # environment
  local site
  site=http://$(kubectl --namespace "$namespace" get service rainfall --output jsonpath='{.spec.clusterIP}')/healthz
  wget_as default stranger-to-ingress app=stranger "http://$ingress/" "$host" || fail "the stranger does not reach the ingress, so that its failures would prove nothing"
  ! wget_as default stranger-to-site app=stranger "$site" || fail "a pod that is not the ingress reaches the site of $1"
  if grep -q '^  name: feed-cache$' "$scratch/$1.yaml"; then
    wget_as "$namespace" asker app.kubernetes.io/component=site "http://feed-cache.$namespace:8080/healthz" || fail "the site of $1 does not reach the feed cache"
    ! wget_as default stranger-to-cache app=stranger "http://feed-cache.$namespace:8080/healthz" || fail "a stranger reaches the feed cache of $1"
  fi
}

check_rollout() { # environment
  while
    ask / || true
    [ ! -e "$scratch/$1.rolled" ]
  do :; done >"$scratch/answers" &
  loop=$!
  kubectl --namespace "$namespace" rollout restart deployment/rainfall --field-manager flux-client-side-apply
  kubectl --namespace "$namespace" rollout status deployment/rainfall --timeout=4m
  touch "$scratch/$1.rolled"
  wait "$loop" || true
  loop=
  printf 'Responses of %s during the rollout:\n' "$1"
  sort "$scratch/answers" | uniq -c
  grep -qx 200 "$scratch/answers" || fail "nothing answered during the rollout of $1"
  ! grep -vqx 200 "$scratch/answers" || fail "the rollout of $1 lost requests"
}

namespace=flux-system
digest=
start_cluster
start_controllers
push_image
push_tree
ingress=$(kubectl --namespace traefik get service traefik --output jsonpath='{.spec.clusterIP}')
for environment in "${environments[@]}"; do
  namespace=rainfall-$environment
  host=$(sed -n 's/^  PUBLIC_HOST: //p' "$scratch/$environment.yaml")
  deploy "$environment"
  for path in / /healthz /readyz; do
    code=$(ask "$path")
    [ "$code" = 200 ] || fail "$path of $environment answers $code through the ingress"
  done
  check_policies "$environment"
  check_rollout "$environment"
  printf '%s: deployed, reached through the ingress, closed to strangers, nothing lost in a rollout.\n' "$environment"
done
