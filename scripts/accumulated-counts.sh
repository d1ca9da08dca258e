#!/usr/bin/env bash
# Reads generated counts of gauges whose true rain is known: accumulated-counts.sh [series] [first seed]. A failure names its seed.
set -euo pipefail
cd "$(dirname "$0")/.."
HYDROMET_SERIES="${1:-1000000}" HYDROMET_SEED="${2:-1000000}" exec dotnet test tests/Lcra.Hydromet.Tests -c Release --filter 'FullyQualifiedName~SimulatedGaugeTests'
