#!/usr/bin/env bash
# Reads generated feeds whose true rain is known, and downloads that are cut or foreign: statements.sh [reports] [downloads] [first seed]. A failure names its seed.
set -euo pipefail
cd "$(dirname "$0")/.."
HYDROMET_REPORTS="${1:-200000}" HYDROMET_DOWNLOADS="${2:-10000}" HYDROMET_SEED="${3:-1000000}" \
  exec dotnet test tests/Lcra.Hydromet.Tests -c Release --filter 'FullyQualifiedName~GeneratedStatementTests|FullyQualifiedName~GeneratedAcceptanceTests'
