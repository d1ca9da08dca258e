using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lcra.Hydromet.Tests.Package;

/// <summary>The ids that the compiler gives to what an assembly shows to others.</summary>
internal static class DocumentationIds
{
    public static string[] OfPublicTypes(Assembly assembly) => [.. Types(assembly).Select(type => type.GetDocumentationCommentId()!)];

    public static string[] OfPublicMembers(Assembly assembly) =>
    [
        .. Types(assembly).SelectMany(type => type.GetMembers().Where(IsVisible).Prepend(type)).Select(symbol => symbol.GetDocumentationCommentId()!),
    ];

    private static IEnumerable<INamedTypeSymbol> Types(Assembly assembly)
    {
        MetadataReference[] references =
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Append(assembly.Location).Distinct(StringComparer.Ordinal).Select(file => MetadataReference.CreateFromFile(file)),
        ];
        CSharpCompilation compilation = CSharpCompilation.Create("Ids", references: references);
        return assembly.GetExportedTypes().Select(type => compilation.GetTypeByMetadataName(type.FullName!)!);
    }

    private static bool IsVisible(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
