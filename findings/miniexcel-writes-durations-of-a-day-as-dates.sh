#!/usr/bin/env bash
# MiniExcel 1.47.1: in one column of TimeSpan, a duration shorter than a day is written as a time (number format 21, h:mm:ss) and one of a
# day or more as a date (number format 14), without its hours. Excel shows 24, 25, and 47.5 hours alike, as January 1, 1900, and MiniExcel
# reads them as DateTime of December 31, 1899.
# Expected: one format for one type, such as 46, [h]:mm:ss; a TimeSpan is no date.
# It matters for rain events that last longer than a day, and for windows of a local day: that of November 1, 2026, in Central time has
# 25 hours and becomes a date, that of March 8 has 23 hours and stays a time.
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
    <PackageReference Include="MiniExcel" Version="[1.47.1]" />
  </ItemGroup>
</Project>
PROJECT
cat >Program.cs <<'CSHARP'
using System.IO.Compression;
using System.Xml.Linq;
using MiniExcelLibs;

double[] hours = [1, 23, 24, 25, 47.5];
using MemoryStream file = new();
file.SaveAs(hours.Select(count => new Event(TimeSpan.FromHours(count), count)));
List<IDictionary<string, object>> rows = [.. file.Query(useHeaderRow: true).Cast<IDictionary<string, object>>()];

using ZipArchive parts = new(file);
XNamespace x = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
XElement[] formats = [.. Load("xl/styles.xml").Root!.Element(x + "cellXfs")!.Elements()];
XElement[] cells = [.. Load("xl/worksheets/sheet1.xml").Descendants(x + "c").Where(cell => cell.Attribute("r")!.Value[0] == 'A').Skip(1)];
for (int row = 0; row < hours.Length; row++)
{
    object read = rows[row]["Duration"];
    string format = formats[(int)cells[row].Attribute("s")!].Attribute("numFmtId")!.Value;
    Console.WriteLine($"{hours[row]} hours: number format {format}, read as {read.GetType().Name} {read}, as a number of hours {rows[row]["Hours"]}");
}

XDocument Load(string part)
{
    using Stream stream = parts.GetEntry(part)!.Open();
    return XDocument.Load(stream);
}

internal sealed record Event(TimeSpan Duration, double Hours);
CSHARP
dotnet run | tee seen.txt
diff - seen.txt <<'SEEN'
1 hours: number format 21, read as TimeSpan 01:00:00, as a number of hours 1
23 hours: number format 21, read as TimeSpan 23:00:00, as a number of hours 23
24 hours: number format 14, read as DateTime 12/31/1899 00:00:00, as a number of hours 24
25 hours: number format 14, read as DateTime 12/31/1899 01:00:00, as a number of hours 25
47.5 hours: number format 14, read as DateTime 12/31/1899 23:30:00, as a number of hours 47.5
SEEN
