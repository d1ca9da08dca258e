namespace Lcra.Hydromet.CommandLine;

/// <summary>The tables of <c>hydromet archive export</c>.</summary>
internal enum ArchiveTable
{
    /// <summary>A row for each day of each gauge.</summary>
    Daily,

    /// <summary>A row for each day and a column for each gauge.</summary>
    DailyWide,

    /// <summary>Accumulated rainfall, with the rain of each step.</summary>
    Accumulated,

    /// <summary>Stage and discharge.</summary>
    Streams,

    /// <summary>The elevations at a dam.</summary>
    Lakes,

    /// <summary>Rain events.</summary>
    Events,
}
