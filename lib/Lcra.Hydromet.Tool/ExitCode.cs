namespace Lcra.Hydromet.CommandLine;

/// <summary>What the program tells a script. The README lists them, and they do not change.</summary>
internal enum ExitCode
{
    /// <summary>The command succeeded.</summary>
    Ok = 0,

    /// <summary>There is no value, and the output says why.</summary>
    NoValue = 1,

    /// <summary>The command line is wrong.</summary>
    Usage = 2,

    /// <summary>The site or the period is unknown.</summary>
    Unknown = 3,

    /// <summary>A feed is unavailable or unreadable, or a file cannot be written.</summary>
    Failed = 4,

    /// <summary>The doctor found that LCRA changed a feed.</summary>
    Changed = 5,

    /// <summary>Ctrl+C, as shells count it.</summary>
    Cancelled = 130,
}
