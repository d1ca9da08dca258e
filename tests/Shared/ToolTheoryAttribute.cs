namespace Lcra.Hydromet.TestSupport;

/// <summary>A test over several cases that needs programs; it is skipped, with the reason, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute(params string[] tools)
    {
        Tools = tools;
        Skip = Tool.WhyNotHere(tools);
    }

    /// <summary>Gets the programs that the test needs.</summary>
    public IReadOnlyList<string> Tools { get; }
}
