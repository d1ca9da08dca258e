namespace Lcra.Hydromet.Tests.Readers;

/// <summary>A test that loads files with programs, and with packages of npm or Python; it is skipped, with the reason, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReaderTheoryAttribute : TheoryAttribute
{
    public ReaderTheoryAttribute(params string[] tools)
    {
        Tools = tools;
        Skip = Tool.WhyNotHere(tools.Select(tool => tool == ReaderProgram.Python ? ReaderProgram.PythonProgram : tool))
            ?? (tools.Contains(ReaderProgram.Node) && !Directory.Exists(ReaderProgram.NodePackages) ? "The packages of tests/readers are not restored; .ci/install-tools restores them." : null)
            ?? (tools.Contains(ReaderProgram.Python) && !Directory.Exists(ReaderProgram.Pandas) ? "python3-pandas is not installed; .ci/install-tools installs it." : null);
    }

    /// <summary>Gets the programs that the test needs.</summary>
    public IReadOnlyList<string> Tools { get; }
}
