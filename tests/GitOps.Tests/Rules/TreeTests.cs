using System.Text.RegularExpressions;
using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

/// <summary>Rules about the tree as a whole.</summary>
public sealed partial class TreeTests
{
    public static TheoryData<string, string, string> Environments => new()
    {
        { "checkout", "dev", @"^main-\d+-[0-9a-f]{7}$" },
        { "checkout", "prod", @"^\d+\.\d+\.\d+$" },
        { "lived-in", "dev", @"^main-\d+-[0-9a-f]{7}$" },
        { "lived-in", "prod", @"^\d+\.\d+\.\d+$" },
    };

    [KustomizeTheory]
    [MemberData(nameof(Environments))]
    public void R7_and_R8_the_image_comes_last_and_is_tagged_for_its_environment(string tree, string environment, string tag)
    {
        string folder = Trees.Of(tree).PathOf("gitops/overlays/" + environment);
        YamlDotNet.RepresentationModel.YamlNode image = Assert.Single(Yaml.Parse(File.ReadAllText(Path.Combine(folder, "image/kustomization.yaml"))).Single().Items("images"));

        Assert.Equal("image", Yaml.Parse(File.ReadAllText(Path.Combine(folder, "kustomization.yaml"))).Single().Texts("components")[^1]);
        Assert.Equal(["digest", "name", "newName", "newTag"], image.Map().Keys);
        Assert.Matches(new Regex(tag, RegexOptions.None, TimeSpan.FromSeconds(1)), image.Text("newTag"));
    }

    [KustomizeTheory]
    [EachTree]
    public void R29_the_clusters_differ_in_the_name_of_the_environment_only(string tree)
    {
        string[] dev = [.. Trees.Of(tree).Files().Where(file => file.Contains("clusters/dev/", StringComparison.Ordinal) && !Tree.IsOfFlux(file))];

        Assert.NotEmpty(dev);
        Assert.All(dev, file => Assert.Equal(
            File.ReadAllText(file).Replace("rainfall-dev", "rainfall-prod", StringComparison.Ordinal).Replace("s/dev", "s/prod", StringComparison.Ordinal),
            File.ReadAllText(file.Replace("clusters/dev", "clusters/prod", StringComparison.Ordinal))));
    }

    [KustomizeTheory]
    [EachTree]
    public void R35_files_are_short_and_clean(string tree) =>
        Assert.All(Trees.Of(tree).Files().Where(file => file.EndsWith(".yaml", StringComparison.Ordinal) && !Tree.IsOfFlux(file)), file =>
        {
            string text = File.ReadAllText(file);
            Assert.DoesNotContain('\t', text);
            Assert.DoesNotContain('\r', text);
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
            Assert.InRange(text.Split('\n').Length, 1, 130);
        });

    [Fact]
    public void R36_the_readme_names_every_option_and_scripts_that_exist()
    {
        string readme = File.ReadAllText(Repository.PathOf("gitops/README.md"));

        Assert.All(Trees.Checkout.Components, component => Assert.Contains($"| `{component}` |", readme, StringComparison.Ordinal));
        Assert.All(Script().Matches(readme), script => Assert.True(File.Exists(Repository.PathOf(script.Value)), script.Value));
    }

    [GeneratedRegex(@"scripts/gitops/[a-z-]+\.sh", RegexOptions.None, 1000)]
    private static partial Regex Script();
}
