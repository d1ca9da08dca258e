using System.Text.RegularExpressions;
using Lcra.Hydromet.Tests.CommandLine;

namespace Lcra.Hydromet.Tests.Docs;

/// <summary>Every command of the documentation runs in a test, or the page says in a comment before the block why it doesn't.</summary>
public sealed partial class ShellBlockTests
{
    private const string Exports = "docs/exports/";
    private const string Completion = "tests/Lcra.Hydromet.Tests/CommandLine/CompletionTests.cs";
    private static readonly string[] Folders = [".", "docs", "lib", "samples", "gitops", "bench"];
    private static readonly string[] Packages = ["Lcra.Hydromet", "Lcra.Hydromet.Archive", "Lcra.Hydromet.Parquet", "Lcra.Hydromet.Replay"];

    // What another test or the build runs: a document or a command, where that is, and what stands there.
    private static readonly (string What, string File, string Text)[] Elsewhere =
    [
        (Exports, "tests/Lcra.Hydromet.Tests/Readers/RecipePage.cs", Exports),
        ("dotnet test", ".ci/run", " dotnet test --no-build "),
        ("dotnet run rain.cs", "tests/Lcra.Hydromet.Tests/Package/FileProgramTests.cs", "\"docs/quick-start.md\""),
        .. Packages.Select(package => ($"dotnet add package {package}", "tests/Lcra.Hydromet.Tests/Package/PackedLibraries.cs", "\"PackageReference\"")),
        ("source <(hydromet completion bash)", Completion, "ScriptAsync(\"bash\")"),
        ("hydromet completion bash > ~/.local/share/bash-completion/completions/hydromet", Completion, "ScriptAsync(\"bash\")"),
        ("hydromet completion zsh > ~/.zsh/completions/_hydromet", Completion, "ScriptAsync(\"zsh\")"),
        ("dotnet tool install --global Lcra.Hydromet.Tool", "tests/Lcra.Hydromet.Tests/Package/PackedLibraries.cs", "\"install\", \"Lcra.Hydromet.Tool\""),
    ];

    public static TheoryData<string, int> RunHere
    {
        get
        {
            TheoryData<string, int> data = [];
            foreach (Block block in Blocks().Where(block => block.State == BlockState.Run))
            {
                data.Add(block.Document, block.Line);
            }

            return data;
        }
    }

    [Fact]
    public void Every_block_runs_or_says_why_not()
    {
        Block[] blocks = Blocks();

        Assert.Empty(blocks.Where(block => block.State == BlockState.Unknown).Select(block => $"{block.Document}:{block.Line} has a command that no test runs: mark the block with <!-- not run: reason -->"));
        Assert.All(Elsewhere, run => Assert.Contains(run.Text, File.ReadAllText(MarkdownBlock.PathOf(run.File)), StringComparison.Ordinal));
        Assert.Equal(
            "4 here, 14 elsewhere, 7 not run",
            $"{blocks.Count(block => block.State == BlockState.Run)} here, {blocks.Count(block => block.State == BlockState.RunElsewhere)} elsewhere, {blocks.Count(block => block.State == BlockState.NotRun)} not run");
    }

    [Theory]
    [MemberData(nameof(RunHere))]
    public async Task The_commands_of_a_block_succeed_one_after_another(string document, int line)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (string command in BlocksOf(document).Single(block => block.Line == line).Commands.Where(IsHydromet))
            {
                string[] arguments = [.. Words().Matches(command).Select(word => word.Value.Trim('"').Replace("rain.db", Path.Combine(folder.FullName, "rain.db"), StringComparison.Ordinal))];

                ToolRun run = await ToolRun.OfAsync([.. arguments[1..], .. arguments.Contains("--replay", StringComparer.Ordinal) ? Array.Empty<string>() : ["--replay"]]);

                Assert.True(run.ExitCode == 0, $"{command}: exit code {run.ExitCode}, {run.Error}");
                Assert.NotEqual("", run.Output);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Block[] Blocks() => [.. Documents().SelectMany(BlocksOf)];

    private static IEnumerable<string> Documents()
    {
        string root = Path.GetFullPath(MarkdownBlock.PathOf("."));
        return Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.md", folder == "." ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<Block> BlocksOf(string document)
    {
        string[] lines = File.ReadAllLines(MarkdownBlock.PathOf(document));
        for (int i = 0; i < lines.Length; i++)
        {
            if (Fence().IsMatch(lines[i]))
            {
                string[] commands = [.. lines[(i + 1)..Array.FindIndex(lines, i + 1, line => line.TrimStart().StartsWith("```", StringComparison.Ordinal))].Where(line => line.Trim().Length > 0)];
                string before = lines[..i].LastOrDefault(line => line.Trim().Length > 0) ?? "";
                yield return new Block(document, i + 1, commands, StateOf(document, before, commands));
            }
        }
    }

    private static BlockState StateOf(string document, string before, string[] commands) =>
        NotRun().IsMatch(before) ? BlockState.NotRun
        : document.StartsWith(Exports, StringComparison.Ordinal) || Array.TrueForAll(commands, IsElsewhere) ? BlockState.RunElsewhere
        : Array.TrueForAll(commands, command => IsHydromet(command) || IsElsewhere(command)) ? BlockState.Run
        : BlockState.Unknown;

    private static bool IsElsewhere(string what) => Array.Exists(Elsewhere, run => string.Equals(run.What, what, StringComparison.Ordinal));

    private static bool IsHydromet(string command) => command.StartsWith("hydromet ", StringComparison.Ordinal);

    [GeneratedRegex("^ *```(sh|bash|shell|console)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Fence();

    [GeneratedRegex("^ *<!-- not run: .{10,} -->$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NotRun();

    [GeneratedRegex("\"[^\"]*\"|\\S+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Words();

    private enum BlockState
    {
        Unknown,
        Run,
        RunElsewhere,
        NotRun,
    }

    private sealed record Block(string Document, int Line, string[] Commands, BlockState State);
}
