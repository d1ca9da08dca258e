using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lcra.Hydromet.Tests.Conventions;

/// <summary>Which source files use which, by the compiler's symbols. A folder and its <c>Internal</c> folder count as one.</summary>
internal sealed class FolderGraph
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => !Path.GetFileName(path).StartsWith("Lcra.Hydromet.T", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path))];

    private readonly List<Use> _uses = [];

    private FolderGraph(IEnumerable<(string Path, string Source)> files)
    {
        SyntaxTree[] trees = [.. files.Select(file => CSharpSyntaxTree.ParseText(file.Source, path: file.Path))];
        CSharpCompilation compilation = CSharpCompilation.Create("Sources", [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings)], References);
        foreach (SyntaxTree tree in trees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                AddUse(tree.FilePath, model.GetSymbolInfo(name));
            }
        }
    }

    public static FolderGraph Of(IEnumerable<(string Path, string Source)> files) => new(files);

    /// <summary>Reads the sources below a folder.</summary>
    public static FolderGraph Of(string folder) => new(Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), file))
        .Where(file => !file.Path.StartsWith("obj/", StringComparison.Ordinal) && !file.Path.StartsWith("bin/", StringComparison.Ordinal))
        .Select(file => (file.Path, File.ReadAllText(file.file))));

    /// <summary>Finds the uses that close a circle of folders.</summary>
    public IReadOnlyList<string> CirclesOfFolders() => CirclesOf(_uses.Where(IsAcrossFolders), FolderOf);

    /// <summary>Finds the uses that close a circle of files of different folders.</summary>
    public IReadOnlyList<string> CirclesOfFiles() => CirclesOf(_uses, path => path);

    private static string FolderOf(string path) => (Path.GetDirectoryName(path) ?? "").Replace('\\', '/').Replace("/Internal", "", StringComparison.Ordinal);

    private static bool IsAcrossFolders(Use use) => !string.Equals(FolderOf(use.From), FolderOf(use.To), StringComparison.Ordinal);

    private static string[] CirclesOf(IEnumerable<Use> uses, Func<string, string> node)
    {
        Use[] all = [.. uses];
        ILookup<string, string> next = all.ToLookup(use => node(use.From), use => node(use.To), StringComparer.Ordinal);
        Dictionary<string, HashSet<string>> reached = all.Select(use => node(use.To)).Distinct(StringComparer.Ordinal)
            .ToDictionary(start => start, start => Reach(start, next), StringComparer.Ordinal);
        return
        [
            .. all.Where(IsAcrossFolders)
                .Where(use => reached[node(use.To)].Contains(node(use.From)))
                .Select(use => use.ToString())
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static HashSet<string> Reach(string start, ILookup<string, string> next)
    {
        HashSet<string> seen = [start];
        Stack<string> rest = new([start]);
        while (rest.TryPop(out string? at))
        {
            foreach (string to in next[at].Where(seen.Add))
            {
                rest.Push(to);
            }
        }

        return seen;
    }

    private void AddUse(string from, SymbolInfo info)
    {
        ISymbol? symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        INamedTypeSymbol? type = symbol is IMethodSymbol { ReducedFrom.ContainingType: { } extension } ? extension : symbol as INamedTypeSymbol ?? symbol?.ContainingType;
        foreach (SyntaxReference declared in type?.OriginalDefinition.DeclaringSyntaxReferences ?? [])
        {
            string to = declared.SyntaxTree.FilePath;
            if (to.Length > 0 && !string.Equals(to, from, StringComparison.Ordinal))
            {
                _uses.Add(new Use(from, to, type!.Name));
            }
        }
    }

    private sealed record Use(string From, string To, string Type)
    {
        public override string ToString() => $"{From} uses {Type} of {To}";
    }
}
