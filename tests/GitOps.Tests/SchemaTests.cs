using GitOps.Tests.Rendering;

namespace GitOps.Tests;

/// <summary>R2: every object against the model of its kind.</summary>
public sealed class SchemaTests
{
    public SchemaTests() => SchemaProject.Install();

    [KustomizeFact]
    public void R2_every_object_passes_the_model_of_its_kind()
    {
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("schema-");
        try
        {
            string[] files = [.. Trees.Checkout.All.Concat(Trees.LivedIn.All).SelectMany(target => target.Objects).GroupBy(item => item.Text, StringComparer.Ordinal).Select((same, index) => Write(scratch, index, same.First()))];
            CommandResult result = Check(files);
            Assert.True(result.ExitCode == 0, result.Errors);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    [ToolFact("node", "npm")]
    public void R2_a_misspelt_field_is_caught()
    {
        CommandResult result = Check("../Invalid/misspelt/service.yaml");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("selektor", result.Errors, StringComparison.Ordinal);
    }

    [ToolFact("node", "npm")]
    public void R2_an_expression_that_is_not_PromQL_is_caught()
    {
        CommandResult result = Check("../Invalid/misspelt/prometheusrule.yaml");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("No parse at", result.Errors, StringComparison.Ordinal);
    }

    private static CommandResult Check(params string[] files) => Command.Run(SchemaProject.Folder, "node", ["check.mjs", .. files]);

    private static string Write(DirectoryInfo folder, int index, KubernetesObject item)
    {
        string file = Path.Combine(folder.FullName, $"{index}.yaml");
        File.WriteAllText(file, item.Text);
        return file;
    }
}
