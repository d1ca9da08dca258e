#!/usr/bin/env bash
# Builds the documentation site in artifacts/docs: the guides and the API reference. A warning, such as a link to a page that is missing, fails.
set -euo pipefail
cd "$(dirname "$0")/.."

rm -rf artifacts/docs artifacts/docs-api
dotnet tool restore
# The reference is made from assemblies, which the build of the tool and of the archive leave beside what they refer to.
for project in Lcra.Hydromet.Tool Lcra.Hydromet.Archive Lcra.Hydromet.Parquet; do
  dotnet build "lib/$project" -v q -p:RunAnalyzers=false "$@"
done
dotnet docfx docfx.json --warningsAsErrors
# Source maps of the template's scripts.
find artifacts/docs -name '*.map' -delete
