using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

/// <summary>R43: what Flux's health checks say of objects as controllers leave them, also of those that no controller has touched.</summary>
public sealed class HealthCheckTests
{
    public HealthCheckTests() => SchemaProject.Install();

    [ToolTheory("node", "npm")]
    [InlineData("dev")]
    [InlineData("prod")]
    public void R43_a_fresh_object_is_in_progress_and_no_expression_fails(string environment)
    {
        string cases = Repository.PathOf("tests/GitOps.Tests/Rules/health-cases.yaml");
        YamlDotNet.RepresentationModel.YamlStream expected = [];
        expected.Load(new StringReader(File.ReadAllText(cases)));

        CommandResult result = Command.Run(SchemaProject.Folder, "node", "health.mjs", Repository.PathOf($"gitops/clusters/{environment}/rainfall.yaml"), cases);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Equal(
            ((YamlDotNet.RepresentationModel.YamlSequenceNode)expected.Documents[0].RootNode).Select(one => $"{one.Text("kind")} {one.Text("name")}: {one.Text("expected")}"),
            result.Output.Trim().Split('\n'));
    }
}
