#!/usr/bin/env bash
# OpenTelemetry for JavaScript, @opentelemetry/sdk-metrics 2.12.1: a series that the callback of an observable gauge doesn't observe any more is
# exported with its last value in every later collection, as long as the process runs. This is so in cumulative temporality, which is the default
# and Prometheus's; in delta temporality the series ends.
# Expected: it ends in both. The specification of the metrics SDK says that an attribute set which a successful callback doesn't observe should
# produce no data, and that a collection must have only what was measured since the one before, in either temporality. OpenTelemetry for .NET
# 1.20.1 ends the series, with the same callback and in cumulative temporality.
# It matters for rain by gauge: one that falls silent in a storm reports its last rain as if it were current, so an alert on missing data, such
# as Prometheus's absent(), never comes, and the sum over gauges has rain of another day.
# Needs the .NET 10 SDK, Node.js, and npm; installs the pinned packages into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund @opentelemetry/sdk-metrics@2.12.1 @opentelemetry/exporter-prometheus@0.223.0

cat >ask.js <<'JS'
import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { AggregationTemporality, MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';

class Reader extends MetricReader {
  async onForceFlush() {}
  async onShutdown() {}
}
const list = rain => Object.entries(rain).map(([site, inches]) => `${site} ${inches}`).join(', ') || 'nothing';
const collections = [{ 3018: 0.25, 2959: 0.1 }, { 2959: 0.1 }, {}];
for (const [name, temporality] of [['cumulative', AggregationTemporality.CUMULATIVE], ['delta', AggregationTemporality.DELTA]]) {
  const reader = new Reader({ aggregationTemporalitySelector: () => temporality });
  let rain;
  new MeterProvider({ readers: [reader] }).getMeter('rain').createObservableGauge('rain_in').addCallback(gauge => {
    Object.entries(rain).forEach(([site, inches]) => gauge.observe(inches, { site }));
  });
  for (rain of collections) {
    const { resourceMetrics } = await reader.collect();
    const text = new PrometheusSerializer('', false, undefined, true, true).serialize(resourceMetrics);
    const series = [...text.matchAll(/^rain_in{.*site="(\d+)".*} (\S+)/gm)].map(([, site, inches]) => `${site} ${inches}`).sort();
    console.log(`JavaScript, ${name}: observed ${list(rain)}, exported ${series.join(', ') || 'nothing'}`);
  }
}
JS
cat >ask.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
    <InvariantGlobalization>true</InvariantGlobalization>
    <RestorePackagesPath>packages</RestorePackagesPath>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="OpenTelemetry.Exporter.InMemory" Version="[1.20.1]" />
  </ItemGroup>
</Project>
PROJECT
cat >Program.cs <<'CSHARP'
using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;

Dictionary<string, double>[] collections = [new() { ["2959"] = 0.1, ["3018"] = 0.25 }, new() { ["2959"] = 0.1 }, []];
Dictionary<string, double> rain = [];
using Meter meter = new("rain");
meter.CreateObservableGauge("rain_in", () => rain.Select(gauge => new Measurement<double>(gauge.Value, new KeyValuePair<string, object?>("site", gauge.Key))));
List<MetricSnapshot> exported = [];
using MeterProvider provider = Sdk.CreateMeterProviderBuilder().AddMeter("rain").AddInMemoryExporter(exported).Build();
foreach (Dictionary<string, double> observed in collections)
{
    rain = observed;
    exported.Clear();
    provider.ForceFlush();
    string series = string.Join(", ", exported.SelectMany(metric => metric.MetricPoints).Select(point => $"{Site(point)} {point.GetGaugeLastValueDouble()}").Order());
    string all = string.Join(", ", observed.Select(gauge => $"{gauge.Key} {gauge.Value}"));
    Console.WriteLine($".NET, cumulative: observed {(all.Length == 0 ? "nothing" : all)}, exported {(series.Length == 0 ? "nothing" : series)}");
}

static object? Site(MetricPoint point)
{
    foreach (KeyValuePair<string, object?> tag in point.Tags)
    {
        return tag.Value;
    }

    return null;
}
CSHARP
{
  node ask.js
  dotnet run
} | tee seen.txt
diff - seen.txt <<'SEEN'
JavaScript, cumulative: observed 2959 0.1, 3018 0.25, exported 2959 0.1, 3018 0.25
JavaScript, cumulative: observed 2959 0.1, exported 2959 0.1, 3018 0.25
JavaScript, cumulative: observed nothing, exported 2959 0.1, 3018 0.25
JavaScript, delta: observed 2959 0.1, 3018 0.25, exported 2959 0.1, 3018 0.25
JavaScript, delta: observed 2959 0.1, exported 2959 0.1
JavaScript, delta: observed nothing, exported nothing
.NET, cumulative: observed 2959 0.1, 3018 0.25, exported 2959 0.1, 3018 0.25
.NET, cumulative: observed 2959 0.1, exported 2959 0.1
.NET, cumulative: observed nothing, exported nothing
SEEN
