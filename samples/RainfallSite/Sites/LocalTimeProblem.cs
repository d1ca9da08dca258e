namespace RainfallSite.Sites;

/// <summary>What is odd about a wall-clock time on a day when the clocks change.</summary>
internal enum LocalTimeProblem
{
    None,

    /// <summary>The clocks went forward over it: it never was.</summary>
    Skipped,

    /// <summary>The clocks went back over it: it was twice.</summary>
    Doubled,
}
