#!/usr/bin/env bash
# usage: scripts/image/verify.sh NAME@sha256:DIGEST
# Fails unless the image was signed by this repository's image workflow on main, and by nobody else.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../gitops/common.sh"
[[ $# -eq 1 && $1 == *@sha256:* ]] || misused 'it takes an image by its digest'
image=$1
repository=${GITHUB_REPOSITORY:?the repository whose workflow signed the image, as owner/name}

cosign verify --output text \
  --certificate-identity "https://github.com/$repository/.github/workflows/image.yml@refs/heads/main" \
  --certificate-oidc-issuer https://token.actions.githubusercontent.com \
  "$image" >/dev/null
printf '%s was signed by image.yml of %s on main.\n' "$image" "$repository"
