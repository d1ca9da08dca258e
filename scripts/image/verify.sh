#!/usr/bin/env bash
# Fails unless the image was signed by this repository's image workflow on main, and by nobody else.
set -euo pipefail
image=${1:?usage: scripts/image/verify.sh <name>@sha256:<64 hex>}
repository=${GITHUB_REPOSITORY:?the repository whose workflow signed the image, as owner/name}

cosign verify --output text \
  --certificate-identity "https://github.com/$repository/.github/workflows/image.yml@refs/heads/main" \
  --certificate-oidc-issuer https://token.actions.githubusercontent.com \
  "$image" >/dev/null
printf '%s was signed by image.yml of %s on main.\n' "$image" "$repository"
