namespace Lcra.Hydromet.CommandLine;

/// <summary>What the program tells a script. The README lists them, and they do not change.</summary>
internal enum ExitCode
{
    /// <summary>There is an answer.</summary>
    Ok = 0,

    /// <summary>There is no value, and the output says why.</summary>
    NoValue = 1,

    /// <summary>The command line is wrong.</summary>
    Usage = 2,

    /// <summary>Nobody knows that site or period.</summary>
    Unknown = 3,

    /// <summary>A feed could not be had or read, or a file not written.</summary>
    Failed = 4,

    /// <summary>The doctor found that LCRA changed a feed.</summary>
    Changed = 5,

    /// <summary>Ctrl+C, as shells count it.</summary>
    Cancelled = 130,
}
