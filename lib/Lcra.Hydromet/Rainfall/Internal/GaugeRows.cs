namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>The row indexes of one gauge in the three feeds; -1 where a feed has none.</summary>
internal readonly record struct GaugeRows(int Recent, int FiveDay, int MonthYear)
{
    public static GaugeRows None => new(-1, -1, -1);

    public int In(HydrometFeed feed) =>
        feed == HydrometFeed.Rainfall ? Recent : feed == HydrometFeed.FiveDayRainfall ? FiveDay : MonthYear;

    public GaugeRows With(HydrometFeed feed, int row) =>
        feed == HydrometFeed.Rainfall ? this with { Recent = row }
        : feed == HydrometFeed.FiveDayRainfall ? this with { FiveDay = row }
        : this with { MonthYear = row };
}
