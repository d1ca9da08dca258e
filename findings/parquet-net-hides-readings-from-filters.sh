#!/usr/bin/env bash
# Parquet.Net 6.1.0: the statistics of a DateTime with ParquetTimestampResolution.Microseconds are in milliseconds, so they say January 1970 for
# readings of 2026, and DuckDB 1.5.6 skips the row group: all four readings are in the file, and WHERE time >= '2026-10-31' finds none of three.
# A TimeOnly, whose column is in microseconds too, is in ticks: 23:30 is ten times too large in hyparquet 1.33.0, and 19:00 in DuckDB.
# Expected: values and statistics in the unit of the column, as for milliseconds. Parquet.Net reads its own file as it was written.
# It matters for archives of rain: the sum over a window is null or too small without an error, and a copy that such a filter makes is empty.
# Needs the .NET 10 SDK, Node.js and npm; installs the pinned packages into a temporary folder.
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
    <PackageReference Include="Parquet.Net" Version="[6.1.0]" />
  </ItemGroup>
</Project>
PROJECT
cat >Program.cs <<'CSHARP'
using Parquet.Serialization;
using Parquet.Serialization.Attributes;

DateTime[] times = [.. Enumerable.Range(0, 4).Select(day => new DateTime(2026, 10, 30, 6, 0, 0, DateTimeKind.Utc).AddDays(day))];
await ParquetSerializer.SerializeAsync(times.Select(time => new Microseconds { time = time, rain_in = 0.25 }), "microseconds.parquet");
await ParquetSerializer.SerializeAsync(times.Select(time => new Milliseconds { time = time, rain_in = 0.25 }), "milliseconds.parquet");
await ParquetSerializer.SerializeAsync([new Peak { time = new TimeOnly(23, 30) }, new Peak { time = new TimeOnly(1, 30) }], "times.parquet");

public class Microseconds
{
    [ParquetTimestamp(ParquetTimestampResolution.Microseconds, true)]
    public DateTime time { get; set; }

    public double rain_in { get; set; }
}

public class Milliseconds
{
    [ParquetTimestamp(ParquetTimestampResolution.Milliseconds, true)]
    public DateTime time { get; set; }

    public double rain_in { get; set; }
}

public class Peak
{
    public TimeOnly time { get; set; }
}
CSHARP
cat >read.js <<'JS'
import { DuckDBInstance } from '@duckdb/node-api';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';

const connection = await (await DuckDBInstance.create(':memory:')).connect();
await connection.run("SET TimeZone = 'UTC'");
const ask = async sql => (await connection.runAndReadAll(sql)).getRows().map(row => row.map(String).join(' ')).join(', ');
for (const name of ['microseconds', 'milliseconds']) {
  const { min_value, max_value } = (await parquetMetadataAsync(await asyncBufferFromFile(`${name}.parquet`))).row_groups[0].columns[0].meta_data.statistics;
  console.log(`${name}, all in DuckDB: ${await ask(`SELECT strftime(time, '%Y-%m-%d %H:%M'), rain_in FROM '${name}.parquet'`)}`);
  console.log(`${name}, count and sum since October 31 in DuckDB: ${await ask(`SELECT count(*), sum(rain_in) FROM '${name}.parquet' WHERE time >= '2026-10-31 00:00:00Z'`)}`);
  console.log(`${name}, statistics in hyparquet: ${[min_value, max_value].map(time => time.toISOString()).join(' to ')}`);
}
console.log(`23:30 and 1:30 in DuckDB: ${await ask("SELECT strftime(DATE '2026-10-31' + time, '%H:%M') FROM 'times.parquet'")}`);
const file = await asyncBufferFromFile('times.parquet');
const { unit } = (await parquetMetadataAsync(file)).schema[1].logical_type;
console.log(`23:30 and 1:30 in hyparquet: ${(await parquetReadObjects({ file })).map(({ time }) => `${time} ${unit}`).join(', ')}`);
JS
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1 hyparquet@1.33.0
dotnet run
node read.js | tee seen.txt
diff - seen.txt <<'SEEN'
microseconds, all in DuckDB: 2026-10-30 06:00 0.25, 2026-10-31 06:00 0.25, 2026-11-01 06:00 0.25, 2026-11-02 06:00 0.25
microseconds, count and sum since October 31 in DuckDB: 0 null
microseconds, statistics in hyparquet: 1970-01-21T18:09:00.000Z to 1970-01-21T18:13:19.200Z
milliseconds, all in DuckDB: 2026-10-30 06:00 0.25, 2026-10-31 06:00 0.25, 2026-11-01 06:00 0.25, 2026-11-02 06:00 0.25
milliseconds, count and sum since October 31 in DuckDB: 3 0.75
milliseconds, statistics in hyparquet: 2026-10-30T06:00:00.000Z to 2026-11-02T06:00:00.000Z
23:30 and 1:30 in DuckDB: 19:00, 15:00
23:30 and 1:30 in hyparquet: 846000000000 MICROS, 54000000000 MICROS
SEEN
