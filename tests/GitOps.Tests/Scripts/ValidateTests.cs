using GitOps.Tests.Rendering;

namespace GitOps.Tests.Scripts;

public sealed class ValidateTests : IDisposable
{
    private readonly TreeCopy _tree = new("gitops", "scripts/gitops");

    public ValidateTests()
    {
        SchemaProject.Install();
        Directory.CreateDirectory(_tree.PathOf("tests/GitOps.Tests"));
        Directory.CreateSymbolicLink(_tree.PathOf("tests/GitOps.Tests/Schema"), SchemaProject.Folder);
    }

    [KustomizeFact("bash", "node", "npm")]
    public void It_accepts_the_tree()
    {
        CommandResult result = Validate();

        Assert.True(result.ExitCode == 0, result.Errors);
    }

    [KustomizeFact("bash", "node", "npm")]
    public void It_names_a_misspelt_field()
    {
        _tree.Replace("gitops/base/deployment.yaml", "readinessProbe:", "redinessProbe:");

        CommandResult result = Validate();

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("redinessProbe", result.Output + result.Errors, StringComparison.Ordinal);
    }

    [Trait("Category", "Nightly")]
    [KustomizeFact("bash", "node", "npm")]
    public void It_fails_where_something_does_not_render()
    {
        File.Delete(_tree.PathOf("gitops/base/service.yaml"));

        Assert.NotEqual(0, Validate().ExitCode);
    }

    public void Dispose() => _tree.Dispose();

    private CommandResult Validate() => _tree.Run("bash", "scripts/gitops/validate.sh");
}
