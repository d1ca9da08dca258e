#!/usr/bin/env bash
# ParquetSharp 25.0.1.2: a writer that an exception disposes makes the file look whole. When the source of the rows fails between two row
# groups, `using` writes a footer for the groups before it, and every reader takes the file for complete; when it fails inside a group,
# the file is refused.
# Expected: a file that was never closed by `Close()` is refused in both cases, as the footer comes last so that a cut file can be told.
# It matters for exports: half of a year of rain reads as a year with less rain. Write to a buffer and send its end only after `Close()`.
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
    <RestorePackagesPath>packages</RestorePackagesPath>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="ParquetSharp" Version="[25.0.1.2]" />
  </ItemGroup>
</Project>
PROJECT
cat >Program.cs <<'CSHARP'
using ParquetSharp;
using ParquetSharp.IO;

foreach (bool inside in new[] { false, true })
{
    using MemoryStream stream = new();
    try
    {
        Write(stream, inside);
    }
    catch (IOException)
    {
        stream.Position = 0;
        Console.WriteLine($"failed {(inside ? "inside" : "before")} the third group: {Read(stream)}");
    }
}

static void Write(Stream stream, bool inside)
{
    using ManagedOutputStream output = new(stream, leaveOpen: true);
    using ParquetFileWriter file = new(output, [new Column<DateTime>("at"), new Column<double>("rain_in")]);
    for (int group = 1; group <= 3; group++)
    {
        if (group == 3 && !inside)
        {
            throw new IOException("The source of the readings failed.");
        }

        using RowGroupWriter rows = file.AppendRowGroup();
        using (LogicalColumnWriter<DateTime> at = rows.NextColumn().LogicalWriter<DateTime>())
        {
            at.WriteBatch([new DateTime(2026, 10, group, 6, 0, 0, DateTimeKind.Utc)]);
        }

        if (group == 3)
        {
            throw new IOException("The source of the readings failed.");
        }

        using LogicalColumnWriter<double> rain = rows.NextColumn().LogicalWriter<double>();
        rain.WriteBatch([0.25]);
    }

    file.Close();
}

static string Read(Stream stream)
{
    try
    {
        using ParquetFileReader reader = new(stream);
        return $"{reader.FileMetaData.NumRows} rows in {reader.FileMetaData.NumRowGroups} groups";
    }
    catch (ParquetException)
    {
        return "refused";
    }
}
CSHARP
dotnet run | tee seen.txt
diff - seen.txt <<'SEEN'
failed before the third group: 2 rows in 2 groups
failed inside the third group: refused
SEEN
