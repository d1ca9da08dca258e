namespace Lcra.Hydromet.CommandLine;

/// <summary>The exit codes. The README lists them; they are stable.</summary>
internal enum ExitCode
{
    /// <summary>The command succeeded.</summary>
    Ok = 0,

    /// <summary>The value is missing, and the output says why.</summary>
    NoValue = 1,

    /// <summary>The command line is not valid.</summary>
    Usage = 2,

    /// <summary>The site or the period is unknown.</summary>
    Unknown = 3,

    /// <summary>A feed is unavailable or unreadable, or a file cannot be written.</summary>
    Failed = 4,

    /// <summary><c>doctor</c> found a changed feed.</summary>
    Changed = 5,

    /// <summary><c>sync</c> ended before everything was in the archive; the next run goes on.</summary>
    Incomplete = 6,

    /// <summary>Ctrl+C, by the convention of shells.</summary>
    Cancelled = 130,
}
