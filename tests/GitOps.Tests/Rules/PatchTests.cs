using GitOps.Tests.Rendering;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Rules;

/// <summary>R24: kustomize says nothing of a patch or a replacement whose target is not there, so each is rendered with and without.</summary>
public sealed class PatchTests : IDisposable
{
    // flux bootstrap writes the controllers; until then there is nothing to patch.
    private const string Controller = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: kustomize-controller
        spec:
          template:
            spec:
              containers:
                - name: manager
                  args:
                    - --events-addr=
        """;

    private readonly TreeCopy _tree = new("gitops");

    [KustomizeFact]
    public void R24_every_patch_and_every_replacement_changes_something()
    {
        foreach (string cluster in Directory.GetDirectories(_tree.PathOf("gitops/clusters")))
        {
            File.WriteAllText(Path.Combine(cluster, "flux-system/gotk-components.yaml"), Controller);
        }

        string[] checks = [.. Directory.GetFiles(_tree.PathOf("gitops"), "kustomization.yaml", SearchOption.AllDirectories).SelectMany(Idle)];

        Assert.Contains(checks, check => check.Contains("components/host/", StringComparison.Ordinal));
        Assert.All(checks, check => Assert.EndsWith("something", check, StringComparison.Ordinal));
    }

    [KustomizeFact]
    public void R24_a_patch_that_meets_nothing_is_seen()
    {
        _tree.Replace("gitops/components/host/kustomization.yaml", "kind: Ingress", "kind: Egress");

        Assert.EndsWith("nothing", Assert.Single(Idle(_tree.PathOf("gitops/components/host/kustomization.yaml"))), StringComparison.Ordinal);
    }

    public void Dispose() => _tree.Dispose();

    /// <summary>Says of each patch and each replacement in a file whether it changes something or nothing.</summary>
    private IEnumerable<string> Idle(string file)
    {
        string text = File.ReadAllText(file);
        YamlMappingNode document = Yaml.Parse(text).Single();
        // One target each, so that none hides behind another.
        Assert.All(document.Items("replacements"), replacement => Assert.Single(replacement.Items("targets")));
        YamlSequenceNode[] lists = [.. new[] { document.At("patches"), document.At("replacements") }.OfType<YamlSequenceNode>()];
        foreach ((YamlSequenceNode list, YamlNode item) in lists.SelectMany(list => list.Children.ToList(), (list, item) => (list, item)))
        {
            CommandResult with = Rendered(file);
            Assert.True(with.ExitCode == 0, with.Errors);
            int index = list.Children.IndexOf(item);
            list.Children.RemoveAt(index);
            using (StringWriter writer = new())
            {
                new YamlStream(new YamlDocument(document)).Save(writer, assignAnchors: false);
                File.WriteAllText(file, writer.ToString());
            }

            // A replacement fails where the field is missing that a patch adds; that is a change too.
            CommandResult without = Rendered(file);
            list.Children.Insert(index, item);
            File.WriteAllText(file, text);
            yield return $"{Path.GetRelativePath(_tree.Root, file)}: {item} changes {(with.Output == without.Output ? "nothing" : "something")}";
        }
    }

    private CommandResult Rendered(string file)
    {
        string folder = Path.GetDirectoryName(file)!;
        bool isOption = Path.GetFileName(Path.GetDirectoryName(folder)) == "components";
        return Kustomize.Render(isOption ? Written(Path.GetFileName(folder)) : folder);
    }

    private string Written(string component)
    {
        string folder = _tree.PathOf("artifacts/options/" + component);
        if (!Directory.Exists(folder))
        {
            Targets.Write(_tree.PathOf("artifacts/options"), component, "resources: [../../../gitops/base]", "rainfall-prod", [component]);
        }

        return folder;
    }
}
