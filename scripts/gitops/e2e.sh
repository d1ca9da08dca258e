#!/usr/bin/env bash
# Lets Flux deploy the dev overlay of a pushed branch into the cluster of the current context (kind: its node can ask services),
# with the image built from this checkout, and rolls it out again under a request loop in which every answer must be 200.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

branch=${1:?usage: scripts/gitops/e2e.sh <branch>}
cluster=${CLUSTER:-rainfall}
url=${GIT_URL:-https://github.com/${GITHUB_REPOSITORY:-}}
namespace=rainfall-dev
image=localhost/rainfall:e2e
scratch=$(mktemp -d)
loop=

finish() {
  local status=$?
  [ -z "$loop" ] || kill "$loop" 2>/dev/null || true
  if [ "$status" -ne 0 ]; then
    flux get all --all-namespaces || true
    kubectl --namespace "$namespace" get all || true
    kubectl --namespace "$namespace" describe pods || true
    kubectl --namespace "$namespace" logs --selector app.kubernetes.io/name=rainfall --tail 50 || true
  fi
  rm -rf "$scratch"
}
trap finish EXIT

scripts/image/build.sh --tag "$image"
kind load docker-image --name "$cluster" "$image"
flux install --components source-controller,kustomize-controller

credentials=()
if [ -n "${GIT_PASSWORD:-}" ]; then
  credentials=(--username "${GIT_USERNAME:?}" --password "$GIT_PASSWORD")
fi
flux create source git flux-system --url "$url" --branch "$branch" --interval 1m "${credentials[@]}"

# The entry point of dev, with this image and the recorded feeds: a test must not lean on LCRA.
mkdir "$scratch/dev"
cp gitops/clusters/dev/{namespace,rbac,rainfall}.yaml "$scratch/dev/"
cat >"$scratch/dev/kustomization.yaml" <<YAML
resources: [namespace.yaml, rbac.yaml, rainfall.yaml]
patches:
  - target:
      kind: Kustomization
    patch: |
      - op: add
        path: /spec/patches
        value:
          - target: {kind: Deployment, name: rainfall}
            patch: |
              - op: add
                path: /spec/template/spec/containers/0/env
                value: [{name: Hydromet__Source, value: Replay}]
              - op: replace
                path: /spec/template/spec/containers/0/image
                value: $image
YAML
kubectl apply --kustomize "$scratch/dev"
kubectl --namespace flux-system wait kustomization/"$namespace" --for=condition=Ready --timeout=6m

address=$(kubectl --namespace "$namespace" get service rainfall --output jsonpath='{.spec.clusterIP}')
ask() { # path
  docker exec "$cluster-control-plane" curl --silent --output /dev/null --max-time 5 --header 'Host: localhost' --write-out '%{http_code}\n' "http://$address$1"
}
for path in / /healthz /readyz; do
  [ "$(ask "$path")" = 200 ] || { printf 'e2e: %s does not answer 200\n' "$path" >&2; exit 1; }
done

while true; do ask / || true; done >"$scratch/answers" &
loop=$!
kubectl --namespace "$namespace" rollout restart deployment/rainfall --field-manager flux-client-side-apply
kubectl --namespace "$namespace" rollout status deployment/rainfall --timeout=3m
kill "$loop"
wait "$loop" 2>/dev/null || true
loop=
# The last answer may be cut off by the kill.
sed -i '$d' "$scratch/answers"
printf 'Answers during the rollout:\n'
sort "$scratch/answers" | uniq -c
[ -s "$scratch/answers" ] && ! grep -vqx 200 "$scratch/answers"
