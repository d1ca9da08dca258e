using System.Globalization;
using Lcra.Hydromet.Exports.Internal;

namespace Lcra.Hydromet.CommandLine;

/// <summary>A river gauge against its bankfull and flood stage, as each form of output writes it.</summary>
internal sealed record RiverRow(SiteReading Reading)
{
    public static TableColumn<RiverRow>[] Columns { get; } =
    [
        new("Gauge", row => row.Reading.Site.Id.ToString()) { IsWhole = true },
        new("Name", row => row.Reading.Site.Name),
        new("Stage", row => Feet(row.Reading.StageFeet) ?? "no stage") { IsWhole = true, IsNumber = true, IsAlert = row => row.Reading.StageFeet is null },
        new("Discharge", row => row.Discharge ?? "") { IsWhole = true, IsNumber = true },
        new("State", row => row.State) { IsAlert = row => row.IsHigh },
        new("Read", row => row.ReadAt) { IsWhole = true, IsAlert = row => row.Reading.IsStale },
    ];

    /// <summary>Gets a value indicating whether the water is at bankfull or flood stage.</summary>
    public bool IsHigh => AboveFlood >= 0 || AboveBankfull >= 0;

    private decimal? AboveFlood => Reading.StageFeet - Reading.FloodStageFeet;

    private decimal? AboveBankfull => Reading.StageFeet - Reading.BankfullStageFeet;

    private decimal? AboveFirst => AboveFlood > AboveBankfull || AboveBankfull is null ? AboveFlood : AboveBankfull;

    private string? Discharge => Reading.DischargeCubicFeetPerSecond is { } flow ? string.Create(CultureInfo.InvariantCulture, $"{flow:#,0.##} cfs") : null;

    private string ReadAt => Reading.ObservedAt?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "";

    private string State => this switch
    {
        { Reading.StageFeet: null } => "unknown",
        { AboveFlood: >= 0 } => $"at flood stage or above ({Feet(Reading.FloodStageFeet)})",
        { AboveBankfull: >= 0 } => $"at bankfull or above ({Feet(Reading.BankfullStageFeet)})",
        { AboveFlood: null, AboveBankfull: null } => "without bankfull and flood stage",
        _ when AboveFirst == AboveBankfull => $"{Feet(-AboveBankfull)} below bankfull",
        _ => $"{Feet(-AboveFlood)} below flood stage",
    };

    /// <summary>Lists the gauges with a stage, a discharge or a threshold: stale ones last, flood stage first, then bankfull, then what is nearest to either.</summary>
    public static IEnumerable<RiverRow> Of(SiteReport report) => report.Sites
        .Where(reading => reading.StageFeet is not null || reading.DischargeCubicFeetPerSecond is not null || reading.BankfullStageFeet is not null || reading.FloodStageFeet is not null)
        .Select(reading => new RiverRow(reading))
        .OrderBy(row => row.Reading.IsStale)
        .ThenByDescending(row => row.AboveFlood >= 0)
        .ThenByDescending(row => row.AboveBankfull >= 0)
        .ThenByDescending(row => row.AboveFirst ?? decimal.MinValue)
        .ThenBy(row => row.Reading.Site.Name, StringComparer.Ordinal);

    public static ExportTable<RiverRow> TableOf(FeedStatus feed, DateTimeOffset now) => new(
        isMeasured: row => ExportStatus.IsMeasured(row.StatusAt(feed, now)),
        place: row => row.Reading.Site,
        Columns<RiverRow>.Site("site", row => row.Reading.Site.Id),
        Columns<RiverRow>.Text("agency", row => row.Reading.Site.Id.Agency),
        Columns<RiverRow>.Text("name", row => row.Reading.Site.Name),
        Columns<RiverRow>.Number("stage_ft", "ft", row => row.Reading.StageFeet),
        Columns<RiverRow>.Text("status", row => row.StatusAt(feed, now)),
        Columns<RiverRow>.Number("discharge_cfs", "cfs", row => row.Reading.DischargeCubicFeetPerSecond),
        Columns<RiverRow>.Number("bankfull_ft", "ft", row => row.Reading.BankfullStageFeet),
        Columns<RiverRow>.Number("flood_ft", "ft", row => row.Reading.FloodStageFeet),
        Columns<RiverRow>.Flag("stale", row => row.Reading.IsStale),
        Columns<RiverRow>.Utc("observed_utc", row => row.Reading.ObservedAt),
        Columns<RiverRow>.Central("observed_central", row => row.Reading.ObservedAt),
        Columns<RiverRow>.Utc("reported_utc", _ => feed.ReportedAt),
        Columns<RiverRow>.Utc("fetched_utc", _ => feed.FetchedAt),
        Columns<RiverRow>.Text("source", _ => feed.Feed.Name),
        Columns<RiverRow>.Coordinate("latitude_deg", row => row.Reading.Site.Latitude),
        Columns<RiverRow>.Coordinate("longitude_deg", row => row.Reading.Site.Longitude));

    public override string ToString()
    {
        string stage = Feet(Reading.StageFeet) ?? "no stage";
        string flow = Discharge is { } discharge ? $", {discharge}" : "";
        string state = Reading.StageFeet is null ? "" : $", {State}";
        return $"{Reading.Site.Id} {Reading.Site.Name}: {stage}{flow}{state}, read {(ReadAt.Length == 0 ? "at an unknown time" : ReadAt)}{(Reading.IsStale ? ", stale" : "")}";
    }

    private string StatusAt(FeedStatus feed, DateTimeOffset now) => Reading is { IsStale: true, StageFeet: not null }
        ? ExportNames<MissingReason>.Of(MissingReason.Stale)
        : ExportStatus.OfLevel(Reading.StageFeet, Reading.ObservedAt, feed, now);

    private static string? Feet(decimal? feet) => feet is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:0.00} ft") : null;
}
