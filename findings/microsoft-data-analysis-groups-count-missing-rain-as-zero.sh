#!/usr/bin/env bash
# Microsoft.Data.Analysis 0.24.0: GroupBy(...).Mean divides by all rows of the group, also by those that are null, and GroupBy(...).Min takes
# null for 0, while the Mean and Min of the column and the Count of the group leave nulls out. The mean of Description divides by all rows,
# too, beside a length that is called "excluding null values".
# Expected: the rule of the column for its groups; in one row of results, the mean is the sum divided by the count.
# It matters for rain by basin: of three gauges with 2 in, 4 in, and no amount the mean is 2 instead of 3, and the silent gauge is the driest.
# Needs the .NET 10 SDK; restores the pinned package into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >ask.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <InvariantGlobalization>true</InvariantGlobalization>
    <RestorePackagesPath>packages</RestorePackagesPath>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.Data.Analysis" Version="[0.24.0]" />
  </ItemGroup>
</Project>
PROJECT
cat >Program.cs <<'CSHARP'
using Microsoft.Data.Analysis;

DoubleDataFrameColumn rain = new("rain_in", [2.0, null, 4.0]);
DataFrame gauges = new(new StringDataFrameColumn("basin", ["Llano", "Llano", "Llano"]), rain);
Console.WriteLine($"column: sum {rain.Sum()}, count {rain.Length - rain.NullCount}, mean {rain.Mean()}, min {rain.Min()}");

GroupBy basins = gauges.GroupBy("basin");
Console.WriteLine($"group: sum {Of(basins.Sum("rain_in"))}, count {Of(basins.Count("rain_in"))}, mean {Of(basins.Mean("rain_in"))}, min {Of(basins.Min("rain_in"))}");

DataFrame description = gauges.Description();
Console.WriteLine(string.Join(", ", description.Rows.Select(row => $"{row[0]}: {row["rain_in"]}")));

GroupBy measured = gauges.Filter(rain.ElementwiseIsNotNull()).GroupBy("basin");
Console.WriteLine($"group without nulls: mean {Of(measured.Mean("rain_in"))}, min {Of(measured.Min("rain_in"))}");

static object Of(DataFrame groups) => groups["rain_in"][0];
CSHARP
dotnet run | tee seen.txt
diff - seen.txt <<'SEEN'
column: sum 6, count 2, mean 3, min 2
group: sum 6, count 2, mean 2, min 0
Length (excluding null values): 2, Max: 4, Min: 2, Mean: 2
group without nulls: mean 3, min 2
SEEN
