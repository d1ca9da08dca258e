namespace GitOps.Tests.Rendering;

/// <summary>A test over several cases that renders the tree; it is skipped, with the reason, where nothing can.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class KustomizeTheoryAttribute : TheoryAttribute
{
    public KustomizeTheoryAttribute() => Skip = Kustomize.WhyNotHere;
}
