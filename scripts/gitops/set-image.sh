#!/usr/bin/env bash
# usage: scripts/gitops/set-image.sh [--allow-older] [--rename] dev|prod NAME:TAG@sha256:DIGEST
# Writes the image of one environment: gitops/overlays/<env>/image/kustomization.yaml.
# Does nothing when the file has the image already; rejects, and says why, what could deploy the wrong thing.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

file_of() { # environment; sets file
  file=gitops/overlays/$1/image/kustomization.yaml
}

# Sets present_name, present_tag, present_digest and marked.
read_image() { # environment
  local line file
  file_of "$1"
  present_name='' present_tag='' present_digest='' marked=no
  [ -f "$file" ] || refuse "$file is missing"
  while IFS= read -r line; do
    # shellcheck disable=SC2016 # a marker, not a variable
    [[ $line != *'$imagepolicy'* ]] || marked=yes
    case $line in
      '  newName: '*) present_name=${line#*: } ;;
      '  newTag: '*) present_tag=${line#*: } ;;
      '- digest: '* | '  digest: '*) present_digest=${line#*: } ;;
    esac
  done <"$file"
}

# The digest of 64 zeros stands until the first image.
runs_an_image() {
  ! [[ $present_digest =~ ^sha256:0{64}$ ]]
}

is_older() { # version version; of one, two or three numbers
  local -a a b
  local place
  IFS=. read -ra a <<<"$1"
  IFS=. read -ra b <<<"$2"
  for place in 0 1 2; do
    [ "${a[place]:-0}" -eq "${b[place]:-0}" ] || break
  done
  [ "${a[place]:-0}" -lt "${b[place]:-0}" ]
}

allow_older=no
rename=no
words=()
for word in "$@"; do
  case $word in
    --allow-older) allow_older=yes ;;
    --rename) rename=yes ;;
    -*) misused "unknown option '$word'" ;;
    *) words+=("$word") ;;
  esac
done
[ "${#words[@]}" -eq 2 ] || misused 'it takes an environment and an image'
environment=${words[0]}
image=${words[1]}

number='(0|[1-9][0-9]*)'
case $environment in
  dev) pattern="^main-$number-[0-9a-f]{7}\$" form='main-<run number>-<first 7 of the commit>' ;;
  prod) pattern="^$number\\.$number\\.$number\$" form='<major>.<minor>.<patch>' ;;
  *) refuse "there is no environment '$environment', only dev and prod" ;;
esac

[[ $image == *@sha256:* ]] || refuse "'$image' has no digest; a tag alone can be moved"
digest=${image#*@}
[[ $digest =~ ^sha256:[0-9a-f]{64}$ ]] || refuse "'$digest' is not sha256: and 64 hexadecimal digits"
tagged=${image%%@*}
name=${tagged%:*}
tag=${tagged##*:}
[[ $tagged == *:* && $tag != */* ]] || refuse "'$image' has no tag"
[ "$tag" != latest ] || refuse "'latest' does not say what is deployed"
[[ $tag =~ $pattern ]] || refuse "'$tag' is not a tag for $environment; use $form"
[[ $name =~ ^[a-z0-9.-]+(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)+$ ]] || refuse "'$name' is not an image name with its registry"

read_image "$environment"
file_of "$environment"
[ "$marked" = no ] || refuse "$file has markers of Flux's image automation, which writes it; take the markers out to write it with this script, or take the job bump-dev out of .github/workflows/image.yml"
[[ -n $present_name && $present_tag =~ $pattern ]] || refuse "$file does not have the form that this script writes"
[ "$name:$tag@$digest" != "$present_name:$present_tag@$present_digest" ] || exit 0

[ -z "$(git status --porcelain -- "$file")" ] || refuse "$file has changes that are not committed"
# Each environment keeps its image's name; the first image of one must be called like the other's.
for other in "$environment" dev prod; do
  read_image "$other"
  if [ "$rename" = no ] && runs_an_image && [ "$present_name" != "$name" ]; then
    refuse "$other runs '$present_name', not '$name'. Was the repository renamed? Then write the new name once for each environment with --rename"
  fi
  [ "$other" != "$environment" ] || ! runs_an_image || break
done
read_image "$environment"

case $environment in
  dev)
    run=${tag#main-} present_run=${present_tag#main-}
    [ "$allow_older" = yes ] || ! is_older "${run%-*}" "${present_run%-*}" || refuse "run ${run%-*} is older than run ${present_run%-*}, which dev has. Did the run numbers begin anew, as in a new repository? Then write it once with --allow-older"
    ;;
  prod)
    [ "$allow_older" = yes ] || ! is_older "$tag" "$present_tag" || refuse "$tag is older than $present_tag, which prod has; --allow-older rolls back"
    [ "$tag" != "$present_tag" ] || ! runs_an_image || refuse "prod has $tag with another digest; a release does not change"
    ;;
esac

written=$file.$$
trap 'rm -f "$written"' EXIT
cat >"$written" <<YAML
# Written by scripts/gitops/set-image.sh; do not edit.
apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
images:
- digest: $digest
  name: rainfall
  newName: $name
  newTag: $tag
YAML
mv "$written" "$file"
printf '%s: %s:%s@%s\n' "$environment" "$name" "$tag" "$digest"
