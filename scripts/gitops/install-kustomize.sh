#!/usr/bin/env bash
# usage: scripts/gitops/install-kustomize.sh
# Installs a kustomize that renders the tree into /usr/local/bin, by the way that this distribution has:
# its own package, on Debian the next release's package, elsewhere the kubectl that Kubernetes publishes, with its checksum.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[ "$#" -eq 0 ] || misused "unexpected argument '$1'"
target=${TARGET:-/usr/local/bin}
sudo=()
[ -w "$target" ] || sudo=(sudo)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# shellcheck source=/dev/null
id=$(. "${OS_RELEASE:-/etc/os-release}" && printf '%s' "$ID")

candidate() {
  LC_ALL=C apt-cache policy kustomize 2>/dev/null | sed -n 's/^ *Candidate: \([5-9][.0-9]*\).*/\1/p'
}

if [ -n "$(candidate)" ]; then
  "${sudo[@]}" apt-get install -y -qq --no-install-recommends kustomize
elif [ "$id" = debian ]; then
  # Debian 12's own kubectl is too old. The next release's kustomize needs nothing that Debian 12 lacks.
  cd "$work"
  # shellcheck disable=SC2016 # apt expands it
  uri=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $uri trixie main" >list
  mkdir -p lists/partial cache/archives/partial
  options=(-qq -o "Dir::Etc::SourceList=$work/list" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::lists=$work/lists" -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
  "${sudo[@]}" apt-get "${options[@]}" update
  "${sudo[@]}" apt-get "${options[@]}" download kustomize
  dpkg -x kustomize_*.deb out
  "${sudo[@]}" install -m 755 out/usr/bin/kustomize "$target/kustomize"
else
  case $(uname -m) in
    x86_64) machine=amd64 ;;
    aarch64 | arm64) machine=arm64 ;;
    *) machine=$(uname -m) ;;
  esac
  site=https://dl.k8s.io/release
  if ! version=$(curl --fail --silent --show-error --location --max-time 30 "$site/stable.txt") ||
    ! curl --fail --silent --show-error --location --max-time 300 --output "$work/kubectl" "$site/$version/bin/linux/$machine/kubectl" ||
    ! curl --fail --silent --show-error --location --max-time 30 --output "$work/sum" "$site/$version/bin/linux/$machine/kubectl.sha256"; then
    printf 'kubectl 1.31 or newer is missing and could not be downloaded: https://kubernetes.io/docs/tasks/tools/\n' >&2
    exit 1
  fi
  printf '%s  %s\n' "$(cat "$work/sum")" "$work/kubectl" | sha256sum --check --quiet
  "${sudo[@]}" install -m 755 "$work/kubectl" "$target/kubectl"
fi
