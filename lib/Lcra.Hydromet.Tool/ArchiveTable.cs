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

    /// <summary>The rain of each step, with a row for each instant and a column for each gauge.</summary>
    AccumulatedWide,

    /// <summary>Stage and discharge.</summary>
    Streams,

    /// <summary>Stage, with a row for each instant and a column for each site.</summary>
    StreamsWide,

    /// <summary>The elevations at a dam.</summary>
    Lakes,

    /// <summary>Headwater elevations, with a row for each instant and a column for each dam.</summary>
    LakesWide,

    /// <summary>Rain events.</summary>
    Events,
}
