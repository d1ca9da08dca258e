using GitOps.Tests.Rendering;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Rules;

/// <summary>R30: nothing lies in the tree that nobody renders.</summary>
public sealed class ReachTests
{
    private static readonly string[] Lists = ["resources", "components", "crds", "configurations", "generators", "transformers"];

    [KustomizeTheory]
    [EachTree]
    public void R30_every_file_is_rendered_by_an_overlay_a_cluster_or_a_test_of_an_option(string tree)
    {
        HashSet<string> reached = new(StringComparer.Ordinal);
        foreach (Target target in Trees.Of(tree).All)
        {
            Visit(target.Tree.PathOf(target.Folder), reached);
        }

        foreach (string environment in Tree.Environments)
        {
            Visit(Trees.Of(tree).PathOf("gitops/jobs/" + environment), reached);
        }

        IEnumerable<string> files = Trees.Of(tree).Files()
            .Where(file => Path.GetFileName(file) is not ("README.md" or ".sops.yaml"));

        Assert.Empty(files.Except(reached, StringComparer.Ordinal));
    }

    private static void Visit(string path, HashSet<string> reached)
    {
        if (!Directory.Exists(path))
        {
            // The secrets are a fork's own.
            Assert.True(File.Exists(path) || path.Contains(".sops.", StringComparison.Ordinal), path);
            reached.Add(path);
            return;
        }

        string file = Path.Combine(path, "kustomization.yaml");
        if (reached.Add(file))
        {
            foreach (string named in Named(Yaml.Read(File.ReadAllText(file)).Single()))
            {
                Visit(Path.GetFullPath(named, path), reached);
            }
        }
    }

    private static IEnumerable<string> Named(YamlMappingNode document) =>
    [
        .. Lists.SelectMany(list => document.Texts(list)),
        .. document.Items("patches").Concat(document.Items("replacements")).Select(patch => patch.Text("path")).OfType<string>(),
        .. document.Items("configMapGenerator").Concat(document.Items("secretGenerator"))
            .SelectMany(generator => generator.Texts("envs").Concat(generator.Texts("files")))
            .Select(source => source.Split('=')[^1]),
    ];
}
