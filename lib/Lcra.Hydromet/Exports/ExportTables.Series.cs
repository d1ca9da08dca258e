using Lcra.Hydromet.Exports.Internal;

namespace Lcra.Hydromet;

/// <content>Histories and lakes.</content>
public static partial class ExportTables
{
    /// <summary>Gets the table of daily rain, one row for each site and day.</summary>
    public static ExportTable<SiteRecord<DailyRainfall>> Daily { get; } = new(
        isMeasured: row => row.Record.Inches is not null,
        place: null,
        Columns<SiteRecord<DailyRainfall>>.Site("site", row => row.Site),
        Columns<SiteRecord<DailyRainfall>>.Day("day", (row, _) => row.Record.Day),
        Columns<SiteRecord<DailyRainfall>>.Number("rain_in", "in", row => row.Record.Inches),
        Columns<SiteRecord<DailyRainfall>>.Text("status", row => ExportStatus.Of(row.Record.Inches, row.Missing)),
        Columns<SiteRecord<DailyRainfall>>.Flag("partial", row => row.Record.IsPartial));

    /// <summary>Gets the table of rain by month, year or water year. There is an amount only for periods whose days are complete enough.</summary>
    public static ExportTable<SiteRecord<CalendarTotal>> Calendar { get; } = new(
        isMeasured: row => row.Record.Inches is not null,
        place: null,
        Columns<SiteRecord<CalendarTotal>>.Site("site", row => row.Site),
        Columns<SiteRecord<CalendarTotal>>.Text("by", row => ExportNames<CalendarPeriod>.Of(row.Record.Period)),
        Columns<SiteRecord<CalendarTotal>>.Day("first_day", (row, _) => row.Record.First),
        Columns<SiteRecord<CalendarTotal>>.Day("last_day", (row, _) => row.Record.Last),
        Columns<SiteRecord<CalendarTotal>>.Number("rain_in", "in", row => row.Record.Inches),
        Columns<SiteRecord<CalendarTotal>>.Text("status", row => ExportStatus.Of(row.Record.Inches, row.Record.Missing)),
        Columns<SiteRecord<CalendarTotal>>.Number("days", null, row => row.Record.Days),
        Columns<SiteRecord<CalendarTotal>>.Number("days_missing", null, row => row.Record.MissingDays),
        Columns<SiteRecord<CalendarTotal>>.Flag("partial", row => row.Record.IsPartial));

    /// <summary>Gets the table of accumulated rainfall, with the rain since the reading before as <c>rain_in</c>.</summary>
    public static ExportTable<SiteRecord<RainfallStep>> Accumulated { get; } = new(
        isMeasured: row => row.Record.Inches is not null,
        place: null,
        [
            Columns<SiteRecord<RainfallStep>>.Site("site", row => row.Site),
            .. Columns<SiteRecord<RainfallStep>>.Reading(row => row.Record.At),
            Columns<SiteRecord<RainfallStep>>.Number("rain_in", "in", row => row.Record.Inches),
            Columns<SiteRecord<RainfallStep>>.Number("accumulated_in", "in", row => row.Record.AccumulatedInches),
            Columns<SiteRecord<RainfallStep>>.Text("status", row => ExportStatus.Of(row.Record.Inches, row.Record.Missing)),
        ]);

    /// <summary>Gets the table of stage and discharge. <c>status</c> is that of the stage.</summary>
    public static ExportTable<SiteRecord<StreamReading>> Streams { get; } = new(
        isMeasured: row => row.Record.StageFeet is not null,
        place: null,
        [
            Columns<SiteRecord<StreamReading>>.Site("site", row => row.Site),
            .. Columns<SiteRecord<StreamReading>>.Reading(row => row.Record.ObservedAt),
            Columns<SiteRecord<StreamReading>>.Number("stage_ft", "ft", row => row.Record.StageFeet),
            Columns<SiteRecord<StreamReading>>.Text("status", row => ExportStatus.Of(row.Record.StageFeet, row.Missing)),
            Columns<SiteRecord<StreamReading>>.Number("discharge_cfs", "cfs", row => row.Record.DischargeCubicFeetPerSecond),
            Columns<SiteRecord<StreamReading>>.Text("discharge_status", row => ExportStatus.Of(row.Record.DischargeCubicFeetPerSecond, row.Missing)),
        ]);

    /// <summary>Gets the table of the elevations at a dam. <c>status</c> is that of the headwater, which is the lake.</summary>
    public static ExportTable<SiteRecord<LakeReading>> LakeReadings { get; } = new(
        isMeasured: row => row.Record.HeadwaterElevationFeet is not null,
        place: null,
        [
            Columns<SiteRecord<LakeReading>>.Site("site", row => row.Site),
            .. Columns<SiteRecord<LakeReading>>.Reading(row => row.Record.ObservedAt),
            Columns<SiteRecord<LakeReading>>.Number("headwater_ft", "ft", row => row.Record.HeadwaterElevationFeet),
            Columns<SiteRecord<LakeReading>>.Text("status", row => ExportStatus.Of(row.Record.HeadwaterElevationFeet, row.Missing)),
            Columns<SiteRecord<LakeReading>>.Number("tailwater_ft", "ft", row => row.Record.TailwaterElevationFeet),
            Columns<SiteRecord<LakeReading>>.Text("tailwater_status", row => ExportStatus.Of(row.Record.TailwaterElevationFeet, row.Missing)),
        ]);

    /// <summary>Gets the table of rain events. <c>day</c> is the local day of an event inside one.</summary>
    public static ExportTable<SiteRecord<RainEvent>> Events { get; } = new(
        isMeasured: _ => true,
        place: null,
        Columns<SiteRecord<RainEvent>>.Site("site", row => row.Site),
        Columns<SiteRecord<RainEvent>>.Day("day", (row, times) => times.DayOf(row.Record.Start, row.Record.End)),
        Columns<SiteRecord<RainEvent>>.Number("rain_in", "in", row => row.Record.Inches),
        Columns<SiteRecord<RainEvent>>.Text("status", _ => ExportStatus.Measured),
        Columns<SiteRecord<RainEvent>>.Utc("start_utc", row => row.Record.Start),
        Columns<SiteRecord<RainEvent>>.Central("start_central", row => row.Record.Start),
        Columns<SiteRecord<RainEvent>>.Utc("end_utc", row => row.Record.End),
        Columns<SiteRecord<RainEvent>>.Central("end_central", row => row.Record.End),
        Columns<SiteRecord<RainEvent>>.Share("coverage", row => row.Record.Coverage),
        Columns<SiteRecord<RainEvent>>.Flag("incomplete", row => row.Record.IsIncomplete),
        Columns<SiteRecord<RainEvent>>.Flag("missing_before", row => row.Record.GapsBefore.Count > 0),
        Columns<SiteRecord<RainEvent>>.Flag("missing_after", row => row.Record.GapsAfter.Count > 0));

    /// <summary>
    /// Makes the table of the lakes of a report. <c>status</c> is that of the elevation: <c>stale</c> when it was read more than an hour before
    /// the report, or when the report is more than <see cref="FeedStatus.StaleAfter"/> old.
    /// </summary>
    /// <param name="report">The report, which has the source of its lakes.</param>
    /// <param name="now">The time to compare the report's with; null when its age does not count, as for a recorded file.</param>
    /// <returns>The table; its rows are the report's lakes.</returns>
    public static ExportTable<LakeLevel> Lakes(LakeReport report, DateTimeOffset? now = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        FeedStatus feed = report.Feed;
        return new ExportTable<LakeLevel>(
            isMeasured: lake => ExportStatus.IsMeasured(StatusOf(lake)),
            place: lake => lake.Site,
            Columns<LakeLevel>.Site("site", lake => lake.Site.Id),
            Columns<LakeLevel>.Text("agency", lake => lake.Site.Id.Agency),
            Columns<LakeLevel>.Text("name", lake => lake.Site.Name),
            Columns<LakeLevel>.Number("elevation_ft", "ft", lake => lake.ElevationFeet),
            Columns<LakeLevel>.Text("status", StatusOf),
            Columns<LakeLevel>.Number("midnight_elevation_ft", "ft", lake => lake.MidnightElevationFeet),
            Columns<LakeLevel>.Number("storage_acft", "acft", lake => lake.StorageAcreFeet),
            Columns<LakeLevel>.Number("full_percent", "percent", lake => lake.PercentFull),
            Columns<LakeLevel>.Utc("observed_utc", lake => lake.ObservedAt),
            Columns<LakeLevel>.Central("observed_central", lake => lake.ObservedAt),
            Columns<LakeLevel>.Utc("reported_utc", _ => feed.ReportedAt),
            Columns<LakeLevel>.Utc("fetched_utc", _ => feed.FetchedAt),
            Columns<LakeLevel>.Text("source", _ => feed.Feed.Name),
            Columns<LakeLevel>.Coordinate("latitude_deg", lake => lake.Site.Latitude),
            Columns<LakeLevel>.Coordinate("longitude_deg", lake => lake.Site.Longitude));

        string StatusOf(LakeLevel lake) => ExportStatus.OfLevel(lake.ElevationFeet, lake.ObservedAt, feed, now);
    }
}
