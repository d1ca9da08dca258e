using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lcra.Hydromet.CommandLine;

/// <summary>What several commands read and write the same way.</summary>
internal static class OutputFormatter
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static SiteId Site(string text) => SiteId.TryParse(text, out SiteId site)
        ? site
        : throw new ToolException(ExitCode.Usage, $"'{text}' is not a valid site: write its number (3018) or agency and number (COA:950).");

    public static RainfallPeriod Period(string key) => PeriodNames.Find(key)
        ?? throw new ToolException(ExitCode.Unknown, $"'{key}' is not a period. The periods are: {string.Join(", ", RainfallPeriod.All)}.");

    public static ToolException NoSuchSite(SiteId site) => new(ExitCode.Unknown, $"No feed has the gauge {site}.");

    /// <summary>Formats a total with its window, what contradicts it, its source and its age.</summary>
    public static string Of(RainfallTotal total, DateTimeOffset now, RainUnit unit)
    {
        string notes = (total.IsPartial ? ", still running" : "") + (total.IsApproximate ? ", approximate" : "");
        string measured = total.MeasuredUntil is { } until ? string.Create(CultureInfo.InvariantCulture, $", measured until {until:yyyy-MM-dd HH:mm zzz}") : "";
        string age = total.ObservedAt is { } read
            ? $", read {AgeText.Of(now - read)} ago"
            : ", reading time unknown";
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"{total}{notes}{measured}{Conflicts(total)}{Isolated(total)}; {total.Source.Feed} of {total.Source.ReportedAt:yyyy-MM-dd HH:mm zzz}{age}{Stale(total.Source, now)}");
        return UnitsOption.Convert(line, total.Site, unit);
    }

    /// <summary>Formats where totals come from: the reports of their feeds, and the times of their readings.</summary>
    public static string SourcesOf(IReadOnlyCollection<RainfallTotal> totals, DateTimeOffset now)
    {
        IEnumerable<string> feeds = totals.Select(total => total.Source).DistinctBy(source => source.Feed)
            .Select(source => string.Create(CultureInfo.InvariantCulture, $"{source.Feed} of {source.ReportedAt:yyyy-MM-dd HH:mm zzz}{Stale(source, now)}"));
        (DateTimeOffset? first, DateTimeOffset? last) = (totals.Min(total => total.ObservedAt), totals.Max(total => total.ObservedAt));
        string read = first is null ? "reading time unknown"
            : string.Create(CultureInfo.InvariantCulture, $"read {first:yyyy-MM-dd HH:mm zzz}{(last > first ? string.Create(CultureInfo.InvariantCulture, $" to {last:yyyy-MM-dd HH:mm zzz}") : "")}");
        return $"Source: {string.Join("; ", feeds)}; {read}.";
    }

    /// <summary>Formats that a report is old, or that its refresh failed; empty when neither is the case.</summary>
    public static string Stale(RainfallSource source, DateTimeOffset now) =>
        !source.IsStaleAt(now) || source.ReportedAt is not { } reported ? ""
        : now - reported > FeedStatus.StaleAfter ? $", stale: LCRA's report is {AgeText.Of(now - reported)} old"
        : ", stale: the last refresh failed";

    /// <summary>Writes to standard error that a report is old or that its refresh failed: an exported file has the report's time, not its age.</summary>
    public static void WriteStale(this ToolConsole console, RainfallSource source, DateTimeOffset now)
    {
        if (Stale(source, now) is { Length: > 0 } stale)
        {
            console.WriteNotice($"{source.Feed}{stale}.");
        }
    }

    /// <inheritdoc cref="WriteStale(ToolConsole, RainfallSource, DateTimeOffset)"/>
    public static void WriteStale(this ToolConsole console, FeedStatus feed, DateTimeOffset now)
    {
        if (feed.IsStaleAt(now) && feed.ReportedAt is { } reported)
        {
            console.WriteNotice(now - reported > FeedStatus.StaleAfter ? $"{feed.Feed}, stale: LCRA's report is {AgeText.Of(now - reported)} old." : $"{feed.Feed}, stale: the last refresh failed.");
        }
    }

    /// <summary>Writes one JSON object.</summary>
    public static string JsonOf(Action<Utf8JsonWriter> members)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line, Json))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(line.ToArray());
    }

    private static string Isolated(RainfallTotal total) => total.IsIsolated ? ", isolated: 0.00 at the gauges within 15 miles" : "";

    private static string Conflicts(RainfallTotal total)
    {
        if (total.Conflicts.Count == 0)
        {
            return "";
        }

        string relation = total.LowerBoundInches is { } inches
            ? string.Create(CultureInfo.InvariantCulture, $"at least {inches} in by other totals of this gauge")
            : "contradicts other totals of this gauge";
        IEnumerable<string> others = total.Conflicts.Select(conflict => string.Create(CultureInfo.InvariantCulture, $"{conflict} {conflict.Inches} in"));
        return $", {relation} ({string.Join(", ", others)})";
    }
}
