# shellcheck shell=bash
# Sourced by promote.sh and check-release.sh: the image that a release runs.
# shellcheck source=scripts/image/registry.sh
. scripts/image/registry.sh

# Sets commit and digest. A commit that deploys or documents makes no image; the one below it made one with the same site in it.
find_released_image() { # remote version name
  local built
  git fetch --quiet "$1" "refs/tags/v$2:refs/tags/v$2" || refuse "there is no tag v$2"
  commit=$(git rev-parse "v$2^{commit}")
  while true; do
    digest=$(digest_of "$3:sha-$commit") || refuse "the registry of $3 gives no clear response"
    [ -z "$digest" ] || break
    built=$(git diff-tree --no-commit-id --name-only -r -m --first-parent "$commit" -- . ':!gitops' ':!docs' ':!*.md' | head -n 1)
    [ -z "$built" ] || refuse "no image was built from ${commit:0:7}, which changes $built; release a commit that main was pushed at, after its image workflow has ended"
    commit=$(git rev-parse --verify --quiet "$commit^1") || refuse "no image was built from v$2"
  done
}

# Sets version from v1.2.3 or 1.2.3.
read_version() { # word
  version=${1#v}
  [[ $version =~ ^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$ ]] || refuse "'$1' is not a version"
}
