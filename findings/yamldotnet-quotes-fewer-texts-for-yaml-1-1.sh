#!/usr/bin/env bash
# YamlDotNet 18.1.0: WithQuotingNecessaryStrings(quoteYaml1_1Strings: true) leaves texts without quotes that WithQuotingNecessaryStrings() has
# in quotes. The gauge "08140770" becomes 8140770 and the hash of a commit "12e03" becomes 12000 in npm's yaml 2.9.1, which reads YAML 1.2 as
# well as 1.1, and in YamlDotNet's own reader that infers types.
# Expected: more quotes, none fewer: the parameter is documented as "Also quote strings that are valid scalars in the YAML 1.1 specification".
# It matters for manifests and settings that a .NET program writes: readers of YAML 1.1 take "on" for true and 22:30 for 1350, so a careful
# program asks for these quotes, and then a gauge's number loses its zero. Kustomize 5.6.0 makes 8140770 and 12000 of the two texts, too.
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
    <PackageReference Include="YamlDotNet" Version="[18.1.0]" />
  </ItemGroup>
</Project>
PROJECT
cat >Program.cs <<'CSHARP'
using YamlDotNet.Core;
using YamlDotNet.Serialization;

string[] texts = ["08140770", "12e03", "1e3", "0012", "1.10", "on", "22:30"];
Dictionary<string, ISerializer> serializers = new()
{
    ["quotes"] = new SerializerBuilder().WithQuotingNecessaryStrings().Build(),
    ["quotes for YAML 1.1"] = new SerializerBuilder().WithQuotingNecessaryStrings(quoteYaml1_1Strings: true).Build(),
    ["double quotes"] = new SerializerBuilder().WithDefaultScalarStyle(ScalarStyle.DoubleQuoted).Build(),
};
IDeserializer reader = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();
foreach ((string name, ISerializer serializer) in serializers)
{
    string yaml = serializer.Serialize(texts);
    File.WriteAllText($"{name}.yaml", yaml);
    Console.WriteLine($"{name}, written: {yaml.ReplaceLineEndings(" ").TrimEnd()}");
    Console.WriteLine($"{name}, read by YamlDotNet: {string.Join(' ', reader.Deserialize<List<object>>(yaml).Select(value => value is string text ? $"\"{text}\"" : $"{value}"))}");
}
CSHARP
cat >read.js <<'JS'
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

for (const name of ['quotes', 'quotes for YAML 1.1', 'double quotes']) {
  for (const version of ['1.1', '1.2']) {
    console.log(`${name}, read as YAML ${version} by yaml: ${parse(readFileSync(`${name}.yaml`, 'utf8'), { version }).map(value => JSON.stringify(value)).join(' ')}`);
  }
}
JS
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund yaml@2.9.1
{
  dotnet run
  node read.js
} | tee seen.txt
diff - seen.txt <<'SEEN'
quotes, written: - "08140770" - "12e03" - "1e3" - "0012" - "1.10" - on - 22:30
quotes, read by YamlDotNet: "08140770" "12e03" "1e3" "0012" "1.10" "on" "22:30"
quotes for YAML 1.1, written: - 08140770 - 12e03 - 1e3 - "0012" - "1.10" - "on" - "22:30"
quotes for YAML 1.1, read by YamlDotNet: 8140770 12000 1000 "0012" "1.10" "on" "22:30"
double quotes, written: - "08140770" - "12e03" - "1e3" - "0012" - "1.10" - "on" - "22:30"
double quotes, read by YamlDotNet: "08140770" "12e03" "1e3" "0012" "1.10" "on" "22:30"
quotes, read as YAML 1.1 by yaml: "08140770" "12e03" "1e3" "0012" "1.10" true 1350
quotes, read as YAML 1.2 by yaml: "08140770" "12e03" "1e3" "0012" "1.10" "on" "22:30"
quotes for YAML 1.1, read as YAML 1.1 by yaml: 8140770 12000 1000 "0012" "1.10" "on" "22:30"
quotes for YAML 1.1, read as YAML 1.2 by yaml: 8140770 12000 1000 "0012" "1.10" "on" "22:30"
double quotes, read as YAML 1.1 by yaml: "08140770" "12e03" "1e3" "0012" "1.10" "on" "22:30"
double quotes, read as YAML 1.2 by yaml: "08140770" "12e03" "1e3" "0012" "1.10" "on" "22:30"
SEEN
