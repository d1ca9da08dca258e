using Lcra.Hydromet.Exports.Internal;

namespace Lcra.Hydromet;

/// <summary>The tables that <see cref="RainfallExport"/> writes.</summary>
public static partial class ExportTables
{
    /// <summary>
    /// Gets the table of totals. <c>status</c> is <c>measured</c> or why there is no amount; <c>day</c> is the local day of a window
    /// inside one; <c>conflicts</c> has the rules that the amount breaks with the periods it contradicts.
    /// </summary>
    public static ExportTable<RainfallTotal> Totals { get; } = new(
        isMeasured: total => total.Inches is not null,
        place: total => total.Site,
        Columns<RainfallTotal>.Site("site", total => total.Site.Id),
        Columns<RainfallTotal>.Text("agency", total => total.Site.Id.Agency),
        Columns<RainfallTotal>.Text("name", total => total.Site.Name),
        Columns<RainfallTotal>.Text("basin", total => total.Site.Basin),
        Columns<RainfallTotal>.Text("period", total => total.Period.Key),
        Columns<RainfallTotal>.Day("day", (total, times) => times.DayOf(total.Start, total.End)),
        Columns<RainfallTotal>.Number("rain_in", "in", total => total.Inches),
        Columns<RainfallTotal>.Number("rain_mm", "mm", total => total.ToMillimeters()),
        Columns<RainfallTotal>.Text("status", total => ExportStatus.Of(total.Inches, total.Missing)),
        Columns<RainfallTotal>.Flag("partial", total => total.IsPartial),
        Columns<RainfallTotal>.Flag("approximate", total => total.IsApproximate),
        Columns<RainfallTotal>.Number("lower_bound_in", "in", total => total.LowerBoundInches),
        Columns<RainfallTotal>.Text("conflicts", total => total.Conflicts.Count == 0 ? "" : string.Join(' ', total.Conflicts)),
        Columns<RainfallTotal>.Flag("isolated", total => total.IsIsolated),
        Columns<RainfallTotal>.Utc("start_utc", total => total.Start),
        Columns<RainfallTotal>.Central("start_central", total => total.Start),
        Columns<RainfallTotal>.Utc("end_utc", total => total.End),
        Columns<RainfallTotal>.Central("end_central", total => total.End),
        Columns<RainfallTotal>.Utc("observed_utc", total => total.ObservedAt),
        Columns<RainfallTotal>.Central("observed_central", total => total.ObservedAt),
        Columns<RainfallTotal>.Utc("measured_until_utc", total => total.MeasuredUntil),
        Columns<RainfallTotal>.Central("measured_until_central", total => total.MeasuredUntil),
        Columns<RainfallTotal>.Utc("reported_utc", total => total.Source.ReportedAt),
        Columns<RainfallTotal>.Utc("fetched_utc", total => total.Source.FetchedAt),
        Columns<RainfallTotal>.Source("source", total => total.Source),
        Columns<RainfallTotal>.Coordinate("latitude_deg", total => total.Site.Latitude),
        Columns<RainfallTotal>.Coordinate("longitude_deg", total => total.Site.Longitude));
}
