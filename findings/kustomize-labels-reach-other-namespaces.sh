#!/usr/bin/env bash
# Kustomize 5.6.0: `labels` with `includeSelectors: true` writes a team's own label into the pods that a NetworkPolicy admits or calls in
# *other* namespaces, too. The ingress controller and the cluster's DNS don't carry that label, so the policy that was meant to let them
# through admits nobody: the site is unreachable and resolves nothing. The build exits 0 with an empty standard error.
# Expected: a selector that stands beside a namespaceSelector names somebody else's pods, and stays as it is written.
# Needs Debian's apt-get; installs the pinned package of Debian 13 into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

version=5.6.0+ds-1+b2
# shellcheck disable=SC2016 # apt expands it
uri=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $uri trixie main" >list
mkdir -p lists/partial cache/archives/partial site
options=(-qq -o "Dir::Etc::SourceList=$work/list" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::lists=$work/lists" -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
apt-get "${options[@]}" update
apt-get "${options[@]}" download "kustomize=$version"
dpkg -x kustomize_*.deb out

cat >site/policy.yaml <<'YAML'
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: site
spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/name: site
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: ingress-nginx
          podSelector:
            matchLabels:
              app.kubernetes.io/name: ingress-nginx
  egress:
    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: kube-system
          podSelector:
            matchLabels:
              k8s-app: kube-dns
YAML
cat >site/kustomization.yaml <<'YAML'
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: [policy.yaml]
labels:
  - pairs:
      team: water
    includeSelectors: true
YAML

out/usr/bin/kustomize build site >rendered.yaml 2>errors.txt
echo "kustomize $version"
cat rendered.yaml

seen=$(grep -A 4 'podSelector:' rendered.yaml | grep -c 'team: water')
[ ! -s errors.txt ] || {
  echo "Changed: the build now says something on standard error."
  exit 1
}
[ "$seen" -eq 3 ] || {
  echo "Changed: team: water is in $seen of the three pod selectors; it was in all three."
  exit 1
}
echo "As seen on 2026-11-29: the label is in all three pod selectors, two of which select pods of other namespaces."
