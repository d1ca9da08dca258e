namespace RainfallSite.Sites;

/// <summary>How a clock change affects a local time.</summary>
internal enum LocalTimeProblem
{
    None,

    /// <summary>The clocks skip it when they go forward.</summary>
    Skipped,

    /// <summary>The clocks repeat it when they go back.</summary>
    Doubled,
}
