namespace GitOps.Tests.Workflows;

public sealed class LintTests
{
    private static readonly string Folder = Repository.PathOf("tests/GitOps.Tests/Workflows/lint");

    // The linters are of 2022; what GitHub has learned since then is not a fault.
    private static readonly string[] Newer =
    [
        "WARNING: Glob validation", // does not read path filters; the tests beside this one do
        "label \"ubuntu-24.04\" is unknown",
        "label \"windows-2025\" is unknown",
        "undefined variable \"vars\"", // repository variables, since 2023
    ];

    [ToolFact("node", "npm")]
    public async Task The_linters_find_nothing() => Assert.Equal("", await LintAsync(Workflow.Files()));

    [Trait("Category", "Nightly")]
    [ToolFact("node", "npm")]
    public async Task The_linters_find_a_misspelt_key_and_a_title_in_a_shell()
    {
        string faults = await LintAsync(Repository.PathOf("tests/GitOps.Tests/Workflows/Fixtures/careless.yml"));

        Assert.Contains("rum", faults, StringComparison.Ordinal);
        Assert.Contains("untrusted", faults, StringComparison.Ordinal);
    }

    private static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    private static async Task<string> LintAsync(params string[] workflows)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            await Command.RunAsync(Folder, Nothing, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
        }

        string said = await Command.RunAsync(Folder, Nothing, "node", ["lint.mjs", .. workflows]);
        return string.Join('\n', said.Split('\n').Where(line => !Newer.Any(known => line.Contains(known, StringComparison.Ordinal))));
    }
}
