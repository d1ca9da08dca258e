namespace GitOps.Tests.Rendering;

/// <summary>A test that renders the tree; it is skipped, with the reason, where nothing can.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class KustomizeFactAttribute : FactAttribute
{
    public KustomizeFactAttribute(params string[] tools)
    {
        Tools = tools;
        Skip = Tool.WhyNotHere(tools) ?? Kustomize.WhyNotHere;
    }

    /// <summary>Gets the programs that the test needs besides.</summary>
    public IReadOnlyList<string> Tools { get; }
}
