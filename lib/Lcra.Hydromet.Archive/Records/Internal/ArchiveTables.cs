using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>The tables that rows are written to in numbers.</summary>
internal static class ArchiveTables
{
    public static SqlTable Coverage { get; } = new(
        "coverage", 3, ("site_id", SqlKind.Integer), ("parameter", SqlKind.Small), ("start_at", SqlKind.Instant), ("end_at", SqlKind.Instant));

    public static SqlTable Daily { get; } = new(
        "daily", 2, ("site_id", SqlKind.Integer), ("day", SqlKind.Day), ("amount", SqlKind.Integer), ("other_amount", SqlKind.Integer), ("partial", SqlKind.Flag), ("request_id", SqlKind.Integer));

    public static SqlTable SupersededDaily { get; } = new(
        "superseded_daily", 3, ("site_id", SqlKind.Integer), ("day", SqlKind.Day), ("believed_until", SqlKind.Instant), ("known_at", SqlKind.Instant),
        ("amount", SqlKind.Integer), ("other_amount", SqlKind.Integer), ("partial", SqlKind.Flag), ("request_id", SqlKind.Integer));

    public static SqlTable Reading { get; } = new(
        "reading", 3, ("site_id", SqlKind.Integer), ("parameter", SqlKind.Small), ("observed_at", SqlKind.Instant), ("value", SqlKind.Integer), ("other_value", SqlKind.Integer), ("request_id", SqlKind.Integer));

    public static SqlTable SupersededReading { get; } = new(
        "superseded_reading", 4, ("site_id", SqlKind.Integer), ("parameter", SqlKind.Small), ("observed_at", SqlKind.Instant), ("believed_until", SqlKind.Instant),
        ("known_at", SqlKind.Instant), ("value", SqlKind.Integer), ("other_value", SqlKind.Integer), ("request_id", SqlKind.Integer));

    public static SqlTable DayPack { get; } = new(
        "day_pack", 3, ("site_id", SqlKind.Integer), ("parameter", SqlKind.Small), ("day", SqlKind.Day), ("readings", SqlKind.Integer), ("request_id", SqlKind.Integer), ("pack", SqlKind.Bytes));

    public static SqlTable Newest { get; } = new(
        "newest", 2, ("parameter", SqlKind.Small), ("site_id", SqlKind.Integer), ("observed_at", SqlKind.Instant), ("value", SqlKind.Integer), ("other_value", SqlKind.Integer));

    public static SqlTable Finding { get; } = new(
        "finding", 2, ("request_id", SqlKind.Integer), ("place", SqlKind.Small), ("kind", SqlKind.Text), ("message", SqlKind.Text));

    public static SqlTable ReportTotal { get; } = new(
        "report_total", 3, ("site_id", SqlKind.Integer), ("period", SqlKind.Text), ("reported_at", SqlKind.Instant), ("observed_at", SqlKind.Instant), ("amount", SqlKind.Integer), ("missing", SqlKind.Text));

    public static SqlTable ReportLatest { get; } = new(
        "report_latest", 2, ("site_id", SqlKind.Integer), ("period", SqlKind.Text), ("reported_at", SqlKind.Instant), ("amount", SqlKind.Integer), ("missing", SqlKind.Text));
}
