#!/usr/bin/env bash
# Math.NET Numerics 5.0.0: with NaN among the values, Statistics.Median and Percentile depend on the order of the values. Of 1, 2, 3, 4, and one NaN
# the median is 2, 3, or NaN, by the place of NaN. For one year of daily rain that lacks 41 days, the 90th percentile is 0.96 in, 0.82 in if the
# same days begin with April, and NaN if they are reversed; of the days that were measured it is 0.91 in. Nothing throws.
# Expected: NaN in every order, as Minimum, Maximum, and Mean of the same class document and return, or NaN left out, as Median and Percentile
# leave out null among values of double?. The documentation of Median and Percentile doesn't mention NaN.
# It matters for normals and ranks of rain, where NaN is the usual missing value of a double: the amounts look right and are not. Use double?
# with null, or leave NaN out first.
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
    <PackageReference Include="MathNet.Numerics" Version="[5.0.0]" />
  </ItemGroup>
</Project>
PROJECT
cat >Program.cs <<'CSHARP'
using MathNet.Numerics.Statistics;

for (int place = 0; place <= 4; place++)
{
    List<double> rain = [1, 2, 3, 4];
    rain.Insert(place, double.NaN);
    DescriptiveStatistics description = new(rain);
    Console.WriteLine($"{string.Join(' ', rain)}: median {Statistics.Median(rain)}, maximum {Statistics.Maximum(rain)}, mean {Statistics.Mean(rain)}, " +
        $"described with mean {description.Mean} and maximum {description.Maximum}, median with null {Statistics.Median(rain.Select(OrNull))}");
}

double[] year = [.. Enumerable.Range(0, 365).Select(day => day % 9 == 4 ? double.NaN : day * 37 % 101 / 100.0)];
Show("as they are", year);
Show("reversed", [.. year.Reverse()]);
Show("from April 1 on", [.. year.Skip(90), .. year.Take(90)]);
Show("sorted", [.. year.Order()]);

static void Show(string order, double[] days) =>
    Console.WriteLine($"{days.Length} days, {days.Count(double.IsNaN)} missing, {order}: median {Statistics.Median(days):0.000}, 90th percentile {Statistics.Percentile(days, 90):0.000}, " +
        $"with null {Statistics.Median(days.Select(OrNull)):0.000} and {Statistics.Percentile(days.Select(OrNull), 90):0.000}");

static double? OrNull(double inches) => double.IsNaN(inches) ? null : inches;
CSHARP
dotnet run | tee seen.txt
diff - seen.txt <<'SEEN'
NaN 1 2 3 4: median 2, maximum NaN, mean NaN, described with mean NaN and maximum 4, median with null 2.5
1 NaN 2 3 4: median NaN, maximum NaN, mean NaN, described with mean NaN and maximum 4, median with null 2.5
1 2 NaN 3 4: median NaN, maximum NaN, mean NaN, described with mean NaN and maximum 4, median with null 2.5
1 2 3 NaN 4: median 3, maximum NaN, mean NaN, described with mean NaN and maximum 4, median with null 2.5
1 2 3 4 NaN: median 3, maximum NaN, mean NaN, described with mean NaN and maximum 4, median with null 2.5
365 days, 41 missing, as they are: median 0.530, 90th percentile 0.961, with null 0.500 and 0.910
365 days, 41 missing, reversed: median 0.450, 90th percentile NaN, with null 0.500 and 0.910
365 days, 41 missing, from April 1 on: median 0.520, 90th percentile 0.816, with null 0.500 and 0.910
365 days, 41 missing, sorted: median 0.560, 90th percentile 0.926, with null 0.500 and 0.910
SEEN
