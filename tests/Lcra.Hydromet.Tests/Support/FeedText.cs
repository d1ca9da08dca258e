using System.Globalization;
using System.Runtime.CompilerServices;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>Writes down what was read of a feed, for a snapshot.</summary>
internal static class FeedText
{
    /// <summary>Writes down what comes of the plain feed file, and of each other file what differs from it.</summary>
    public static async Task<string> OfFilesAsync(HydrometFeed feed, Func<string, Task<IEnumerable<string>>> read, [CallerFilePath] string here = "")
    {
        string folder = Path.Combine(Path.GetDirectoryName(here)!, "..", "Feeds", Path.GetFileNameWithoutExtension(feed.Name));
        string[] plain = await LinesAsync("plain", read);
        List<string> lines = ["# plain", .. plain];
        foreach (string anomaly in Directory.EnumerateFiles(folder).Select(file => Path.GetFileNameWithoutExtension(file)).Where(file => file != "plain").Order(StringComparer.Ordinal))
        {
            lines.AddRange(["", $"# {anomaly}", .. (await LinesAsync(anomaly, read)).Except(plain, StringComparer.Ordinal)]);
        }

        return string.Join('\n', lines);
    }

    public static string Of(FeedStatus feed) =>
        $"{feed.Feed} of {Of(feed.ReportedAt)}: {feed.RowCount} rows, {feed.SkippedRowCount} skipped, {feed.UnreadableValueCount} unreadable"
        + (feed.Failure is { } failure ? $"\n  {Of(failure)}" : "");

    public static string Of(Finding finding) =>
        $"  {finding.Kind} {Place(finding.Feed, finding.Line, finding.Column, finding.Value)} {finding.Site} {finding.OtherColumn} {finding.OtherValue}: {finding.Message}";

    public static string Of(Site site) =>
        FormattableString.Invariant($"  {site.Id} {site.Name} [{site.Basin}] {site.Kind} {site.Latitude} {site.Longitude}").TrimEnd();

    public static IEnumerable<string> Totals(RainfallReport report, HydrometFeed feed) =>
        from gauge in report.Gauges
        from line in gauge.Totals
            .Where(total => total.Source.Feed == feed)
            .Select(total => $"  {gauge.Site.Id} {total.Period.Key}: {Amount(total)} {Of(total.Start)}..{Of(total.End)}, read {Of(total.ObservedAt)}, {total.Source.Column}")
            .Prepend($"{Of(gauge.Site)}, read {Of(gauge.ObservedAt)}{(gauge.IsReporting ? "" : ", silent")}")
        select line;

    /// <summary>Writes the values of an object that are there.</summary>
    public static string Properties(object value) =>
        string.Join(", ", from property in value.GetType().GetProperties()
                          where property.Name != nameof(Site) && property.GetValue(value) is not null
                          select FormattableString.Invariant($"{property.Name} {property.GetValue(value)}"));

    private static async Task<string[]> LinesAsync(string anomaly, Func<string, Task<IEnumerable<string>>> read)
    {
        try
        {
            return [.. (await read(anomaly)).Select(line => line.Replace("\0", "(NUL)", StringComparison.Ordinal))];
        }
        catch (HydrometException failure)
        {
            return [Of(failure)];
        }
    }

    private static string Of(HydrometException failure) =>
        failure is HydrometFormatException format
            ? $"{failure.Kind}{(failure.IsTransient ? ", transient" : "")} {Place(format.Feed, format.Line, format.Column, format.Value)}: {failure.Message}"
            : $"{failure.Kind}{(failure.IsTransient ? ", transient" : "")}: {failure.Message}";

    private static string Place(HydrometFeed? feed, long? line, string? column, string? value) =>
        string.Create(CultureInfo.InvariantCulture, $"({feed} line {line} column {column} value {value})").ReplaceLineEndings("\\n");

    private static string Amount(RainfallTotal total) =>
        total.Inches?.ToString(CultureInfo.InvariantCulture) ?? $"missing, {total.Missing}";

    private static string Of(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "never";
}
