namespace Lcra.Hydromet.Watching.Internal;

/// <summary>What is known of one gauge: its last amount since midnight, when it was last read, and whether it is silent.</summary>
internal sealed class GaugeTracker
{
    private static readonly TimeSpan SilentAfter = TimeSpan.FromHours(1);

    private RainfallTotal? _last;
    private RainfallTotal? _beforeCorrection;
    private DateTimeOffset? _lastRead;
    private bool? _silent;

    public void Update(RainfallGauge gauge, DateTimeOffset? reportedAt, List<RainfallChange> changes)
    {
        JudgeSilence(gauge, reportedAt, changes);
        RainfallTotal total = gauge[RainfallPeriod.SinceMidnight];
        if (total is { Inches: not null, Start: not null, ObservedAt: not null } && !(total.ObservedAt < _last?.ObservedAt) && IsOfItsDay(gauge, total))
        {
            changes.AddRange(Compare(total));
        }
    }

    // What LCRA still counts for the day before, at midnight or just after, is no rain of the new day.
    private static bool IsOfItsDay(RainfallGauge gauge, RainfallTotal total)
    {
        TimeSpan? running = total.ObservedAt - total.Start;
        decimal? most = running == TimeSpan.Zero ? 0 : running <= TimeSpan.FromHours(1) ? gauge[RainfallPeriod.OneHour].Inches : null;
        return !(total.Inches > most);
    }

    private IEnumerable<RainfallChange> Compare(RainfallTotal total)
    {
        RainfallTotal? last = _last;
        RainfallTotal? high = _beforeCorrection;
        _last = total;
        if (last is null)
        {
            yield break;
        }

        if (total.Start != last.Start)
        {
            _beforeCorrection = null;
            yield return Changed(RainfallChangeKind.Reset, total, last, last.ObservedAt);
            if (total.Inches > 0)
            {
                yield return Changed(RainfallChangeKind.NewRain, total, before: null, total.Start) with { Inches = total.Inches };
            }
        }
        else if (total.Inches < last.Inches)
        {
            _beforeCorrection = high ?? last;
            yield return Changed(RainfallChangeKind.Corrected, total, last, last.ObservedAt);
        }
        else if (total.Inches > last.Inches)
        {
            // An amount that fell and is back at once in one rise was never rain twice (1.20, 0.00, 1.20).
            _beforeCorrection = null;
            RainfallTotal before = high?.Inches <= total.Inches ? high : last;
            if (total.Inches > before.Inches)
            {
                // The same reading with more rain: it fell at some time since midnight, and no more is known.
                DateTimeOffset? from = before.ObservedAt < total.ObservedAt ? before.ObservedAt : total.Start;
                yield return Changed(RainfallChangeKind.NewRain, total, before, from) with { Inches = total.Inches - before.Inches };
            }
        }
    }

    // A gauge without a reading time is as old as when it was last known to be read; without a report nothing is known.
    private void JudgeSilence(RainfallGauge gauge, DateTimeOffset? reportedAt, List<RainfallChange> changes)
    {
        if (gauge.ObservedAt is { } read && !(read < _lastRead))
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

    private static RainfallChange Changed(RainfallChangeKind kind, RainfallTotal total, RainfallTotal? before, DateTimeOffset? from) => new()
    {
        Kind = kind,
        Site = total.Site,
        From = from,
        To = total.ObservedAt,
        Total = total,
        Before = before,
    };
}
