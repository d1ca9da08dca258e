#!/usr/bin/env bash
# usage: scripts/gitops/render.sh [--diff REF]
# Prints what every overlay, every cluster and every migration gets.
#   render.sh              as YAML
#   render.sh --diff REF   as the difference from what the commit REF gives, one section per environment
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
read -ra kustomize < <(scripts/gitops/kustomize.sh)

render() { # repository target
  # A migration has nothing to render without its secret.
  [[ $2 != gitops/jobs/* || -f $1/$2/database.sops.env ]] || return 0
  [ ! -f "$1/$2/kustomization.yaml" ] || "${kustomize[@]}" "$1/$2"
}

targets() { # repository...
  for repository in "$@"; do
    (cd "$repository" && {
      find gitops/overlays gitops/clusters -mindepth 1 -maxdepth 1 -type d
      find gitops/jobs -name database.sops.env -printf '%h\n'
    } 2>/dev/null) || true
  done | sort -u
}

case ${1-} in
  '')
    for target in $(targets .); do
      printf -- '---\n# %s\n' "$target"
      render . "$target"
    done
    ;;
  --diff)
    [ "$#" -eq 2 ] || misused '--diff needs a commit'
    commit=$(git rev-parse --verify --quiet --end-of-options "$2^{commit}") || refuse "there is no commit '$2'"
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    mkdir "$scratch/old"
    if git cat-file -e "$commit:gitops" 2>/dev/null; then
      git archive "$commit" gitops | tar -x -C "$scratch/old"
    fi
    for target in $(targets . "$scratch/old"); do
      render "$scratch/old" "$target" >"$scratch/before"
      render . "$target" >"$scratch/after"
      if cmp -s "$scratch/before" "$scratch/after"; then
        printf '# %s: no change\n' "$target"
      else
        printf '# %s\n' "$target"
        diff -u --label "$target ($2)" --label "$target" "$scratch/before" "$scratch/after" || true
      fi
    done
    ;;
  *)
    misused "unknown argument '$1'"
    ;;
esac
