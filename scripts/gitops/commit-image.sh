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
# An environment that is suspended until its first image is resumed with it.
commit_image() { # environment image option...
  local changed expected entry=gitops/clusters/$1/rainfall.yaml file=gitops/overlays/$1/image/kustomization.yaml first=no
  ! grep -Eq '^(- |  )digest: sha256:0{64}$' "$worktree/$file" || first=yes
  "$worktree/scripts/gitops/set-image.sh" "${@:3}" "$1" "$2"
  expected=" M $file"
  if [ "$first" = yes ] && grep -qx '  suspend: true' "$worktree/$entry"; then
    sed -i '/^  suspend: true$/d' "$worktree/$entry"
    expected=$(printf ' M %s\n M %s' "$entry" "$file")
  fi
  changed=$(git -C "$worktree" status --porcelain)
  [ -n "$changed" ] || return 0
  if [ "$changed" != "$expected" ]; then
    printf 'Only %s may change, but this did:\n%s\n' "$file" "$changed" >&2
    return 1
  fi
  "$worktree/scripts/gitops/kustomize.sh" "$worktree/gitops/overlays/$1" >/dev/null
  local tagged=${2%@*}
  git -C "$worktree" commit --quiet --all --message "deploy($1): ${tagged##*:}"
}

committed() {
  [ "$(git -C "$worktree" rev-parse HEAD)" != "$base" ]
}
