#!/usr/bin/env bash
# Writes the image of one environment: gitops/overlays/<env>/image/kustomization.yaml.
# Does nothing when the file has the image already; rejects, and says why, what could deploy the wrong thing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage='usage: scripts/gitops/set-image.sh [--allow-older] [--rename] <dev|prod> <name>:<tag>@sha256:<64 hex>'

refuse() {
  printf 'set-image: %s\n' "$*" >&2
  exit 1
}

file_of() { printf 'gitops/overlays/%s/image/kustomization.yaml' "$1"; }

value() { # environment key
  sed -n "s/^\(- \|  \)$2: //p" "$(file_of "$1")"
}

# The digest of 64 zeros stands until the first image.
runs_an_image() { # environment
  ! [[ $(value "$1" digest) =~ ^sha256:0{64}$ ]]
}

is_older() { # a b
  [ "$1" != "$2" ] && [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]
}

allow_older=no
rename=no
words=()
for word in "$@"; do
  case $word in
    --allow-older) allow_older=yes ;;
    --rename) rename=yes ;;
    *) words+=("$word") ;;
  esac
done
[ "${#words[@]}" -eq 2 ] || refuse "$usage"
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

file=$(file_of "$environment")
[ -f "$file" ] || refuse "$file is missing"
# shellcheck disable=SC2016 # a marker, not a variable
! grep -q '\$imagepolicy' "$file" || refuse "$file has markers of Flux's image automation, which writes it; take the markers out to write it with this script, or take the job bump-dev out of .github/workflows/image.yml"
present_name=$(value "$environment" newName)
present_tag=$(value "$environment" newTag)
present_digest=$(value "$environment" digest)
[[ -n $present_name && $present_tag =~ $pattern ]] || refuse "$file does not have the form that this script writes"
[ "$name:$tag@$digest" != "$present_name:$present_tag@$present_digest" ] || exit 0

[ -z "$(git status --porcelain -- "$file")" ] || refuse "$file has changes that are not committed"
# Each environment keeps its image's name; the first image of one must be called like the other's.
for other in "$environment" dev prod; do
  if [ "$rename" = no ] && runs_an_image "$other" && [ "$(value "$other" newName)" != "$name" ]; then
    refuse "$other runs '$(value "$other" newName)', not '$name'. Was the repository renamed? Then write the new name once for each environment with --rename"
  fi
  ! runs_an_image "$environment" || break
done

case $environment in
  dev)
    run=${tag#main-} present_run=${present_tag#main-}
    [ "$allow_older" = yes ] || ! is_older "${run%-*}" "${present_run%-*}" || refuse "run ${run%-*} is older than run ${present_run%-*}, which dev has. Did the run numbers begin anew, as in a new repository? Then write it once with --allow-older"
    ;;
  prod)
    [ "$allow_older" = yes ] || ! is_older "$tag" "$present_tag" || refuse "$tag is older than $present_tag, which prod has; --allow-older rolls back"
    [ "$tag" != "$present_tag" ] || ! runs_an_image prod || refuse "prod has $tag with another digest; a release does not change"
    ;;
esac

written=$(mktemp "$file.XXXXXX")
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
chmod 644 "$written"
mv "$written" "$file"
printf '%s: %s:%s@%s\n' "$environment" "$name" "$tag" "$digest"
