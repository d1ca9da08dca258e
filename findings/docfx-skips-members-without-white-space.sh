#!/usr/bin/env bash
# docfx 2.81.0: of the members of an XML documentation file that stand side by side, without white space between them, every second one
# has no description in the API reference. Nothing warns, --warningsAsErrors included.
# Expected: white space between elements is no part of the documentation, so a compact file gives the same pages as an indented one.
# It matters wherever a step of the build rewrites the compiler's file, to leave out internal members for one: half of the reference is
# empty, and the build passes. Count descriptions, or keep a line break before each member.
# Needs the .NET 10 SDK and sed; installs the pinned tool into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >Gauges.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <GenerateDocumentationFile>true</GenerateDocumentationFile>
  </PropertyGroup>
</Project>
PROJECT
cat >Gauge.cs <<'CSHARP'
namespace Gauges;

/// <summary>A rain gauge.</summary>
public class Gauge
{
    /// <summary>Its number.</summary>
    public int Number { get; set; }

    /// <summary>The rain of a day.</summary>
    public decimal Day { get; set; }

    /// <summary>The rain of a month.</summary>
    public decimal Month { get; set; }

    /// <summary>The rain of a year.</summary>
    public decimal Year { get; set; }

    /// <summary>Whether it reports.</summary>
    public bool Reports { get; set; }
}
CSHARP
cat >docfx.json <<'JSON'
{ "metadata": [{ "src": [{ "src": "out", "files": ["Gauges.dll"] }], "output": "api" }] }
JSON
dotnet new tool-manifest >/dev/null
dotnet tool install docfx --version 2.81.0 >/dev/null
dotnet build -o out -v q --nologo >/dev/null

described() {
  rm -rf api
  dotnet docfx metadata docfx.json --warningsAsErrors >log.txt || {
    cat log.txt
    exit 1
  }
  printf '%s: %s of 6 members have a description\n' "$1" "$(grep -c '^  summary:' api/Gauges.Gauge.yml)"
}

{
  described indented
  compact=$(tr '\n' ' ' <out/Gauges.xml | sed 's/>  *</></g')
  printf '%s\n' "$compact" >out/Gauges.xml
  described compact
} | tee seen.txt
diff - seen.txt <<'SEEN'
indented: 6 of 6 members have a description
compact: 3 of 6 members have a description
SEEN
