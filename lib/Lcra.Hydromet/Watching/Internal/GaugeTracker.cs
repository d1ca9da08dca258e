namespace Lcra.Hydromet.Watching.Internal;

/// <summary>What is known of one gauge: its last amount since midnight, when it was last read, and whether it is silent.</summary>
internal sealed class GaugeTracker
{
    private static readonly TimeSpan SilentAfter = TimeSpan.FromHours(1);

    private SinceMidnightCount? _day;
    private DateTimeOffset? _lastRead;
    private bool? _silent;

    /// <summary>Compares a gauge with what is known of it.</summary>
    /// <param name="gauge">The gauge.</param>
    /// <param name="reportedAt">When it was reported; null when that is not known.</param>
    /// <param name="newest">A reading after this is of the future, and is not believed.</param>
    /// <param name="changes">The list to add changes to.</param>
    public void Update(RainfallGauge gauge, DateTimeOffset? reportedAt, DateTimeOffset newest, List<RainfallChange> changes)
    {
        DateTimeOffset? read = gauge.ObservedAt > newest ? null : gauge.ObservedAt;
        JudgeSilence(gauge, read, reportedAt, changes);
        RainfallTotal total = gauge[RainfallPeriod.SinceMidnight];
        if (total is { Inches: not null, Start: not null, ObservedAt: not null }
            && total.ObservedAt <= newest && !(total.ObservedAt < _day?.Newest.ObservedAt) && IsOfItsDay(gauge, total))
        {
            changes.AddRange(Compare(total));
        }
    }

    // What LCRA still counts for the day before, at midnight or just after, is not rain of the new day.
    private static bool IsOfItsDay(RainfallGauge gauge, RainfallTotal total)
    {
        TimeSpan? running = total.ObservedAt - total.Start;
        decimal? max = running == TimeSpan.Zero ? 0 : running <= TimeSpan.FromHours(1) ? gauge[RainfallPeriod.OneHour].Inches : null;
        return !(total.Inches > max);
    }

    private IEnumerable<RainfallChange> Compare(RainfallTotal total)
    {
        if (_day?.Newest is { } last && total.Start == last.Start)
        {
            if (_day.Add(total) is { } change)
            {
                yield return change;
            }

            yield break;
        }

        RainfallTotal? yesterday = _day?.Newest;
        _day = new SinceMidnightCount(total);
        if (yesterday is not null)
        {
            yield return Changed(RainfallChangeKind.Reset, total, yesterday, yesterday.ObservedAt);
            if (total.Inches > 0)
            {
                yield return Changed(RainfallChangeKind.NewRain, total, before: null, total.Start) with { Inches = total.Inches };
            }
        }
    }

    // A gauge without a reading time is as old as when it was last known to be read; without a report nothing is known.
    private void JudgeSilence(RainfallGauge gauge, DateTimeOffset? observedAt, DateTimeOffset? reportedAt, List<RainfallChange> changes)
    {
        if (observedAt is { } read && !(read < _lastRead))
        {
            _lastRead = read;
        }

        if (reportedAt is not { } reported || _lastRead is not { } lastRead)
        {
            return;
        }

        bool silent = gauge.Reading is { IsStale: true } || reported - lastRead > SilentAfter;
        if (_silent is { } before && before != silent)
        {
            changes.Add(new RainfallChange
            {
                Kind = silent ? RainfallChangeKind.GaugeSilent : RainfallChangeKind.GaugeReporting,
                Site = gauge.Site,
                To = lastRead,
            });
        }

        _silent = silent;
    }

    public static RainfallChange Changed(RainfallChangeKind kind, RainfallTotal total, RainfallTotal? before, DateTimeOffset? from) => new()
    {
        Kind = kind,
        Site = total.Site,
        From = from,
        To = total.ObservedAt,
        Total = total,
        Before = before,
    };
}
