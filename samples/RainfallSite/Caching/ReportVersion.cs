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
    private Version? _newest;

    /// <summary>Gets the name; null before the first report of rainfall.</summary>
    public string? At(DateTimeOffset now) => Find(now)?.Name;

    /// <summary>Gets the key of what this process makes at a time, which can show when it downloaded the feeds; null before the first report of rainfall.</summary>
    public string? KeyAt(DateTimeOffset now) => Find(now)?.Key;

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

    // Every request asks; the texts change once a minute.
    private Version? Find(DateTimeOffset now)
    {
        if (rainfall.Current is not { } report)
        {
            return null;
        }

        (object? Sites, object? Lakes) others = (network.CurrentSites, network.CurrentLakes);
        (int Stale, long Minute) state = (Stale(report.Feeds, now), now.UtcTicks / TimeSpan.TicksPerMinute);
        Version? newest = Volatile.Read(ref _newest);
        if (newest is null || !ReferenceEquals(newest.Report, report) || newest.Others != others || newest.State != state)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{Of(report, Lines)}{Of(network.CurrentSites, Lines)}{Of(network.CurrentLakes, Lines)}{state.Stale:x}");
            string fetched = string.Join(' ', report.Feeds.Select(feed => feed.FetchedAt?.UtcTicks));
            newest = new Version(report, others, state, name, string.Create(CultureInfo.InvariantCulture, $"{name} {state.Minute} {fetched} {network.Revision}"));
            Volatile.Write(ref _newest, newest);
        }

        return newest;
    }

    private string Of<T>(T? report, Func<T, IEnumerable<string>> lines)
        where T : class => report is null ? "" : _names.GetValue(report, one => Hash(lines((T)one)));

    private sealed record Version(RainfallReport Report, (object? Sites, object? Lakes) Others, (int Stale, long Minute) State, string Name, string Key);
}
