#!/usr/bin/env bash
# Kustomize 5.6.0: the name of a generated ConfigMap replaces the same name in `resourceNames` of every rule of a Role, whatever `resources`
# the rule is for. A rule for the Lease or the Deployment `site` is for `site-HASH` after the build, which does not exist, so the account
# may not touch the Lease or the Deployment any more. The build exits 0 with an empty standard error, and each new setting is another hash.
# Expected: only the rule for `configmaps` names the ConfigMap; the Deployment of that name is in the same build and keeps its name.
# It matters for a site whose leader takes a Lease, and for a Flux account whose Role names what it may write: the next deployment is refused.
# A generated ConfigMap with a name of its own leaves the rules as they are.
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

cat >site/site.yaml <<'YAML'
apiVersion: apps/v1
kind: Deployment
metadata:
  name: site
spec:
  selector:
    matchLabels: { app: site }
  template:
    metadata:
      labels: { app: site }
    spec:
      containers:
        - name: site
          image: site
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: site
rules:
  - { apiGroups: [apps], resources: [deployments], resourceNames: [site], verbs: [update] }
  - { apiGroups: [coordination.k8s.io], resources: [leases], resourceNames: [site], verbs: [update] }
  - { apiGroups: [""], resources: [configmaps], resourceNames: [site, site-settings], verbs: [get] }
YAML

build() {
  printf 'resources: [site.yaml]\nconfigMapGenerator: [{ name: %s, literals: [LIMIT=%s] }]\n' "$1" "$2" >site/kustomization.yaml
  out/usr/bin/kustomize build site >built.yaml 2>error.txt
  printf 'ConfigMap %s, LIMIT=%s, standard error of %s bytes\n' "$1" "$2" "$(wc -c <error.txt)"
  awk '/^kind:/ { kind = $2 } kind == "Deployment" && /^  name:/ { print "Deployment " $2 }
    /^  resourceNames:/ { names = 1; next } /^  resources:/ { names = 0; kinds = 1; next } /^  verbs:/ { kinds = 0 }
    names { list = list " " $2 } kinds { print "rule for " $2 ":" list; list = "" }' built.yaml
}
{
  build site 1
  build site 2
  build site-settings 1
} | tee seen.txt
diff - seen.txt <<'SEEN'
ConfigMap site, LIMIT=1, standard error of 0 bytes
rule for deployments: site-c58tt57t72
rule for leases: site-c58tt57t72
rule for configmaps: site-c58tt57t72 site-settings
Deployment site
ConfigMap site, LIMIT=2, standard error of 0 bytes
rule for deployments: site-5tdbk7d5h2
rule for leases: site-5tdbk7d5h2
rule for configmaps: site-5tdbk7d5h2 site-settings
Deployment site
ConfigMap site-settings, LIMIT=1, standard error of 0 bytes
rule for deployments: site
rule for leases: site
rule for configmaps: site site-settings-c58tt57t72
Deployment site
SEEN
