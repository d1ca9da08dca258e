#!/usr/bin/env bash
# usage: scripts/gitops/check-removal.sh BASE
# Fails when a change takes the site off a cluster together with the account that deletes it.
# Such a site would run on, unmanaged, while Flux says ready. scripts/gitops/remove.sh takes the two steps.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[[ $# -eq 1 && $1 != -* ]] || misused 'it takes the commit to compare with'
base=$(git rev-parse --verify --quiet --end-of-options "$1^{commit}") || refuse "there is no commit '$1'"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
git archive "$base" gitops | tar -x -C "$scratch"

# Prints each Kustomization of Flux with its account, and each account there is.
parties() { # folder
  [ ! -f "$1/kustomization.yaml" ] || scripts/gitops/kustomize.sh "$1" | awk '
    function flush() {
      if (kind == "Kustomization" && account != "") print "site", name, account
      if (kind == "ServiceAccount" && namespace == "flux-system") print "account", name
      kind = name = namespace = account = ""
    }
    /^---$/ { flush() }
    /^kind: / { kind = $2 }
    /^  name: / { name = $2 }
    /^  namespace: / { namespace = $2 }
    /^  serviceAccountName: / { account = $2 }
    END { flush() }'
}

faults=0
for folder in "$scratch"/gitops/clusters/*/; do
  cluster=gitops/clusters/$(basename "$folder")
  before=$(parties "$folder")
  after=$(parties "$cluster")
  while read -r _ name account; do
    if ! grep -q "^site $name " <<<"$after" && ! grep -qx "account $account" <<<"$after"; then
      printf '%s drops %s and the account %s that deletes it in one change; take two: scripts/gitops/remove.sh\n' "$cluster" "$name" "$account" >&2
      faults=1
    fi
  done < <(grep '^site ' <<<"$before")
done
exit "$faults"
