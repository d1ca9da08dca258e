using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Lcra.Hydromet;
using RainfallSite.Reports;

namespace RainfallSite.Caching;

/// <summary>
/// Names what the responses of a moment are made from: what the feeds say, not who downloaded them or when, and which of them are
/// stale. All replicas with the same feeds have the same name.
/// </summary>
internal sealed class ReportVersion(RainfallStore rainfall, NetworkStore network)
{
    private const int NameBytes = 8;
    private readonly ConditionalWeakTable<object, string> _names = [];

    /// <summary>Gets the name; null before the first report of rainfall.</summary>
    public string? At(DateTimeOffset now) => rainfall.Current is not { } report ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"{_names.GetValue(report, _ => Hash(Lines(report)))}{Of(network.CurrentSites, Lines)}{Of(network.CurrentLakes, Lines)}{Stale(report.Feeds, now):x}");

    /// <summary>Gets the key of what this process makes at a time, which can show when it downloaded the feeds; null before the first report of rainfall.</summary>
    public string? KeyAt(DateTimeOffset now) => At(now) is not { } name ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"{name} {now.UtcTicks / TimeSpan.TicksPerMinute} {string.Join(' ', rainfall.Current!.Feeds.Select(feed => feed.FetchedAt?.UtcTicks))} {network.Revision}");

    private static int Stale(IReadOnlyList<FeedStatus> feeds, DateTimeOffset now)
    {
        int stale = 0;
        for (int i = 0; i < feeds.Count; i++)
        {
            stale |= feeds[i].IsStaleAt(now) ? 1 << i : 0;
        }

        return stale;
    }

    private static IEnumerable<string> Lines(RainfallReport report) => Lines(report.Feeds).Concat(report.Gauges.SelectMany(gauge => gauge.Totals
        .Select(total => Line($"{total.Inches} {total.Missing} {total.LowerBoundInches} {total.Start?.UtcTicks} {total.ObservedAt?.UtcTicks}"))
        .Prepend(Line($"{gauge.Site.Id} {gauge.Site.Name} {gauge.Site.Basin} {gauge.Site.Latitude} {gauge.Site.Longitude} {gauge.IsReporting}"))));

    private static IEnumerable<string> Lines(SiteReport report) => Lines([report.Feed]).Concat(report.Sites.Select(site => Line(
        $"{site.Site.Id} {site.ObservedAt?.UtcTicks} {site.StageFeet} {site.DischargeCubicFeetPerSecond} {site.HeadwaterElevationFeet} {site.TailwaterElevationFeet}")));

    private static IEnumerable<string> Lines(LakeReport report) => Lines([report.Feed]).Concat(report.Lakes.Select(lake => Line(
        $"{lake.Site.Id} {lake.ObservedAt?.UtcTicks} {lake.ElevationFeet} {lake.MidnightElevationFeet} {lake.PercentFull} {lake.StorageAcreFeet}")));

    private static IEnumerable<string> Lines(IEnumerable<FeedStatus> feeds) =>
        feeds.Select(feed => Line($"{feed.Feed.Name} {feed.ReportedAt?.UtcTicks} {feed.Failure is null}"));

    private static string Line(FormattableString line) => FormattableString.Invariant(line);

    private static string Hash(IEnumerable<string> lines)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string line in lines)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, NameBytes));
    }

    private string Of<T>(T? report, Func<T, IEnumerable<string>> lines)
        where T : class => report is null ? "" : _names.GetValue(report, one => Hash(lines((T)one)));
}
