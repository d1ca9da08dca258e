namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>What a value is of, by its number in the tables.</summary>
internal enum ArchiveParameter
{
    AccumulatedRainfall = 1,
    DailyRainfall = 2,
    Stage = 3,
    Discharge = 4,
    HeadwaterElevation = 5,
    TailwaterElevation = 6,
}
