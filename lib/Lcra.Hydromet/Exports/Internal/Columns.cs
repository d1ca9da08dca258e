namespace Lcra.Hydromet.Exports.Internal;

/// <summary>Makes columns.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
internal static class Columns<TRow>
{
    public static ExportColumn<TRow> Text(string name, Func<TRow, string?> value) => new(name, ExportValueKind.Text) { Text = value };

    public static ExportColumn<TRow> Site(string name, Func<TRow, SiteId> value) => new(name, ExportValueKind.Site) { Site = value };

    public static ExportColumn<TRow> Source(string name, Func<TRow, RainfallSource> value) => new(name, ExportValueKind.Source) { Source = value };

    public static ExportColumn<TRow> Number(string name, string? unit, Func<TRow, decimal?> value) => new(name, ExportValueKind.Number, unit) { Number = value };

    /// <summary>Makes the column of a share from 0 to 1, rounded down to six digits: no more was measured than it says.</summary>
    public static ExportColumn<TRow> Share(string name, Func<TRow, decimal> value) => Number(name, null, row => Math.Floor(value(row) * 1_000_000m) / 1_000_000m);

    public static ExportColumn<TRow> Coordinate(string name, Func<TRow, decimal?> value) =>
        new(name, ExportValueKind.Number, "deg") { Number = value, IsCoordinate = true };

    public static ExportColumn<TRow> Flag(string name, Func<TRow, bool> value) => new(name, ExportValueKind.Flag) { Flag = value };

    public static ExportColumn<TRow> Day(string name, Func<TRow, ExportTimes, DateOnly?> value) => new(name, ExportValueKind.Day) { Day = value };

    public static ExportColumn<TRow> Utc(string name, Func<TRow, DateTimeOffset?> value) => new(name, ExportValueKind.Utc) { Time = value };

    public static ExportColumn<TRow> Central(string name, Func<TRow, DateTimeOffset?> value) => new(name, ExportValueKind.Central) { Time = value };

    /// <summary>Makes the columns of a reading's time: in UTC, in Central time, and its local day.</summary>
    public static ExportColumn<TRow>[] Reading(Func<TRow, DateTimeOffset?> value) =>
        [Utc("time_utc", value), Central("time_central", value), Day("day", (row, times) => times.DayOf(value(row)))];
}
