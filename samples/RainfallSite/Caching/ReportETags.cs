using System.Globalization;
using System.Runtime.CompilerServices;
using Lcra.Hydromet;

namespace RainfallSite.Caching;

/// <summary>Identifies the state that a response was made from: the report, and which of its feeds are stale.</summary>
internal sealed class ReportETags
{
    private readonly ConditionalWeakTable<RainfallReport, Version> _versions = [];

    /// <summary>Gets the entity tag; weak, because the same response can be compressed or not.</summary>
    public string Tag(RainfallReport report, DateTimeOffset now, bool showsAge) =>
        _versions.GetValue(report, static _ => new Version()).Tag(report, now, showsAge);

    private sealed class Version
    {
        private readonly string _name = Guid.NewGuid().ToString("N");
        private Tagged _newest = new(-1, -1, "");

        public string Tag(RainfallReport report, DateTimeOffset now, bool showsAge)
        {
            int stale = 0;
            for (int i = 0; i < report.Feeds.Count; i++)
            {
                stale |= report.Feeds[i].IsStaleAt(now) ? 1 << i : 0;
            }

            long minute = showsAge ? now.UtcTicks / TimeSpan.TicksPerMinute : 0;
            Tagged newest = Volatile.Read(ref _newest);
            if (newest.Stale != stale || newest.Minute != minute)
            {
                newest = new Tagged(stale, minute, string.Create(CultureInfo.InvariantCulture, $"W/\"{_name}-{stale:x}{(showsAge ? "-" : "")}{(showsAge ? minute : null)}\""));
                Volatile.Write(ref _newest, newest);
            }

            return newest.Tag;
        }
    }

    private sealed record Tagged(int Stale, long Minute, string Tag);
}
