using System.Globalization;
using Lcra.Hydromet.Collections.Internal;

namespace Lcra.Hydromet;

/// <summary>The daily rain of one gauge.</summary>
public sealed record GaugeDailyRainfall
{
    /// <summary>Gets the gauge. Its coordinates tell how far it is from another one.</summary>
    public required Site Site { get; init; }

    /// <summary>Gets the days, in any order; of several amounts for one day the first is used.</summary>
    public required IReadOnlyList<DailyRainfall> Days { get; init => field = ValueList<DailyRainfall>.Of(value); }

    /// <summary>Writes the gauge and its number of days on one line.</summary>
    /// <returns>Gauge and days.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Site.Id}: {Days.Count} days");
}
