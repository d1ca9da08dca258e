# shellcheck shell=bash
# Sourced by bump-dev.sh and promote.sh: an image committed on the head of a branch, in a worktree beside the checkout.
worktree=
base=

close_worktree() {
  [ -z "$worktree" ] || git worktree remove --force "$worktree"
  worktree=
}
trap close_worktree EXIT

open_worktree() { # remote branch
  close_worktree
  git fetch --quiet "$1" "refs/heads/$2"
  base=$(git rev-parse FETCH_HEAD)
  local folder
  folder=$(mktemp -d)
  git worktree add --quiet --detach "$folder" "$base"
  worktree=$folder
}

# Commits nothing where the image already stands; refuses a commit that would change anything but the environment's image.
commit_image() { # environment image option...
  local changed file=gitops/overlays/$1/image/kustomization.yaml
  "$worktree/scripts/gitops/set-image.sh" "${@:3}" "$1" "$2"
  changed=$(git -C "$worktree" status --porcelain)
  [ -n "$changed" ] || return 0
  if [ "$changed" != " M $file" ]; then
    printf 'Only %s may change, but this did:\n%s\n' "$file" "$changed" >&2
    return 1
  fi
  "$worktree/scripts/gitops/kustomize.sh" "$worktree/gitops/overlays/$1" >/dev/null
  local tagged=${2%@*}
  git -C "$worktree" commit --quiet --message "deploy($1): ${tagged##*:}" -- "$file"
}

# A copy of the template says OWNER/REPO until init.sh has run: it has nobody's hosts, so nothing is deployed to it.
placeholder=ghcr.io/OWNER/REPO
initialized() {
  ! grep -q "newName: $placeholder\$" "$worktree/gitops/overlays/prod/image/kustomization.yaml"
}

# GitHub shows a notice on the run's page.
notice() { # sentence
  printf '%s%s\n' "${GITHUB_ACTIONS:+::notice::}" "$1"
}

committed() {
  [ "$(git -C "$worktree" rev-parse HEAD)" != "$base" ]
}
