#!/usr/bin/env bash
# usage: scripts/gitops/validate.sh
# Checks every object that render.sh prints against its schema: with flux-schema where it is installed, else with the models that npm has.
set -euo pipefail
# shellcheck source=scripts/gitops/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[ "$#" -eq 0 ] || misused "unexpected argument '$1'"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
scripts/gitops/render.sh >"$scratch/render.yaml"

if command -v flux-schema >/dev/null; then
  flux-schema validate "$scratch" --skip-json-path Secret:/sops
else
  schema=tests/GitOps.Tests/Schema
  [ -d "$schema/node_modules" ] || npm ci --prefix "$schema" --ignore-scripts --no-audit --no-fund --loglevel=error
  node "$schema/check.mjs" "$scratch/render.yaml"
fi
