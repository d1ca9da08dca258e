using System.Reflection;
using System.Text.RegularExpressions;
using Lcra.Hydromet.Tests.Docs;

namespace Lcra.Hydromet.Tests.Conventions;

/// <summary>docfx leaves out C# 14 extension blocks without a warning, so public extension members are classic methods.</summary>
public partial class ExtensionBlockTests
{
    private const string Marker = "System.Runtime.CompilerServices.ExtensionMarkerAttribute";

    public static TheoryData<string> Libraries => new("Lcra.Hydromet", "Lcra.Hydromet.Replay", "Lcra.Hydromet.Archive");

    [Theory]
    [MemberData(nameof(Libraries))]
    public void No_public_type_has_an_extension_block(string library) => Assert.Empty(BlocksIn(Assembly.Load(library).GetExportedTypes()));

    [Fact]
    public void No_source_of_a_library_has_one() => Assert.DoesNotContain(
        Directory.EnumerateFiles(MarkdownBlock.PathOf("lib"), "*.cs", SearchOption.AllDirectories), file => Block().IsMatch(File.ReadAllText(file)));

    [Fact]
    public void An_extension_block_is_found()
    {
        Assert.Equal([nameof(ExtensionBlockSample)], BlocksIn([typeof(ExtensionBlockSample), typeof(ExtensionBlockTests)]));
        Assert.Matches(Block(), "static class A\n{\n    extension(string text)\n    {");
    }

    private static string[] BlocksIn(IEnumerable<Type> types) =>
    [
        .. types
            .Where(type => type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Concat(type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).SelectMany(nested => nested.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)))
                .Any(member => member.CustomAttributes.Any(attribute => string.Equals(attribute.AttributeType.FullName, Marker, StringComparison.Ordinal))))
            .Select(type => type.Name),
    ];

    [GeneratedRegex(@"^\s*extension\s*[(<]", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Block();
}
