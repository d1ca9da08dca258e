using GitOps.Tests.Rendering;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Rules;

/// <summary>R24: kustomize says nothing of a patch or a replacement whose target is not there, so each is rendered with and without.</summary>
public sealed class PatchTests : IDisposable
{
    private readonly TreeCopy _tree = new("gitops");

    [KustomizeFact]
    public void R24_every_patch_and_every_replacement_changes_something()
    {
        // flux bootstrap writes the controllers; until then there is nothing to patch.
        foreach (string environment in Tree.Environments)
        {
            FluxManifests.Write(_tree.Root, environment, "v2.9.5");
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
        CommandResult? with = lists.Length == 0 ? null : Rendered(file);
        Assert.True(with is null or { ExitCode: 0 }, with?.Errors);
        foreach ((YamlSequenceNode list, YamlNode item) in lists.SelectMany(list => list.Children.ToList(), (list, item) => (list, item)))
        {
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
            yield return $"{Path.GetRelativePath(_tree.Root, file)}: {item} changes {(with!.Output == without.Output ? "nothing" : "something")}";
        }
    }

    /// <summary>An option is rendered on the base, and one for both kinds of ingress on each; an image is rendered in its cluster, which its patch is for.</summary>
    private CommandResult Rendered(string file)
    {
        string folder = Path.GetDirectoryName(file)!;
        string name = Path.GetFileName(folder);
        if (name == "image")
        {
            return Kustomize.Render(_tree.PathOf("gitops/clusters/" + Path.GetFileName(Path.GetDirectoryName(folder))));
        }

        if (Path.GetFileName(Path.GetDirectoryName(folder)) != "components")
        {
            return Kustomize.Render(folder);
        }

        // What the solver is copied from differs only once a preset is chosen.
        CommandResult result = Kustomize.Render(Written(name, name == "tls" ? ["traefik", name] : [name]));
        return name == "path" ? result with { Output = result.Output + Kustomize.Render(Written("gateway+path", ["gateway", "path"])).Output } : result;
    }

    private string Written(string name, string[] components)
    {
        string folder = _tree.PathOf("artifacts/options/" + name);
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            File.Copy(_tree.PathOf("gitops/overlays/prod/rainfall.env"), Path.Combine(folder, "rainfall.env"));
            string resources = name.StartsWith("flux-", StringComparison.Ordinal)
                ? "resources: [../../../gitops/clusters/prod]\n"
                : "namespace: rainfall-prod\nresources: [../../../gitops/base]\nconfigMapGenerator: [{name: rainfall-config, behavior: merge, envs: [rainfall.env]}]\n";
            File.WriteAllText(
                Path.Combine(folder, "kustomization.yaml"),
                resources + $"components: [{string.Join(", ", components.Select(one => "../../../gitops/components/" + one))}]\n");
        }

        return folder;
    }
}
