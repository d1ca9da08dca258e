# shellcheck shell=bash
# Sourced: which repository on GitHub this checkout is of, as OWNER/REPO. GITHUB_REPOSITORY wins over the remote origin.
repository_name() {
  local url
  if [ -n "${GITHUB_REPOSITORY:-}" ]; then
    printf '%s\n' "$GITHUB_REPOSITORY"
    return 0
  fi
  url=$(git remote get-url origin 2>/dev/null) || return 1
  printf '%s\n' "$url" | sed -nE 's#^(https://([^/@]+@)?|ssh://git@|git@)github\.com[:/]([^/]+/[^/]+)/?$#\3#p' | sed 's#\.git$##' | grep .
}
