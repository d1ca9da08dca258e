namespace GitOps.Tests.Rendering;

/// <summary>A test that renders the tree; it is skipped, with the reason, where nothing can.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class KustomizeFactAttribute : FactAttribute
{
    public KustomizeFactAttribute() => Skip = Kustomize.WhyNotHere;
}
