using System.Globalization;
using System.Runtime.CompilerServices;
using Lcra.Hydromet;

namespace RainfallSite.Caching;

/// <summary>Names the state that an answer was made from: the report, and which of its feeds have gone stale by now.</summary>
internal sealed class ReportVersions
{
    private readonly ConditionalWeakTable<RainfallReport, string> _names = [];

    /// <summary>Gives the entity tag; weak, because the same answer may be compressed on its way or not.</summary>
    public string Tag(RainfallReport report, DateTimeOffset now, bool showsAge)
    {
        string name = _names.GetValue(report, static _ => Guid.NewGuid().ToString("N"));
        string stale = string.Concat(report.Feeds.Select(feed => feed.IsStaleAt(now) ? 's' : 'f'));
        string minute = showsAge ? now.UtcDateTime.ToString("-yyyyMMddHHmm", CultureInfo.InvariantCulture) : "";
        return $"W/\"{name}-{stale}{minute}\"";
    }
}
