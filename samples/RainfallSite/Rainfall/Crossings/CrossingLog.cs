using Lcra.Hydromet;

namespace RainfallSite.Rainfall.Crossings;

/// <summary>
/// What changed between the reports that this process saw, from which crossings of any threshold can be told. It holds
/// the last <see cref="MaxPoints"/> changes of a total, and nothing of a total that does not change; it starts empty.
/// </summary>
internal sealed class CrossingLog
{
    public const int MaxPoints = 32;
    private readonly Lock _lock = new();
    private readonly Dictionary<(SiteId Site, RainfallPeriod Period), List<CrossingPoint>> _changes = [];
    private RainfallReport? _seen;

    /// <summary>Takes note of a report; the same one again changes nothing.</summary>
    public void See(RainfallReport report)
    {
        lock (_lock)
        {
            if (ReferenceEquals(report, _seen))
            {
                return;
            }

            foreach (RainfallGauge gauge in _seen is null ? [] : report.Gauges)
            {
                if (_seen!.Find(gauge.Site.Id) is { } earlier)
                {
                    See(gauge, earlier);
                }
            }

            _seen = report;
        }
    }

    /// <summary>Gives the crossings of a threshold, newest first.</summary>
    public IReadOnlyList<Crossing> Find(SiteId site, RainfallPeriod period, decimal overInches)
    {
        CrossingPoint[] points;
        lock (_lock)
        {
            points = _changes.TryGetValue((site, period), out List<CrossingPoint>? changes) ? [.. changes] : [];
        }

        List<Crossing> crossings = [];
        CrossingPoint? before = null;
        foreach (CrossingPoint point in points.Where(point => point.Inches is not null))
        {
            if (before is { } earlier && Between(earlier, point, period, overInches) is { } crossing)
            {
                crossings.Add(crossing);
            }

            before = point;
        }

        crossings.Reverse();
        return crossings;
    }

    // A calendar window that began anew starts from nothing: going back to zero at midnight is no fall.
    private static Crossing? Between(CrossingPoint before, CrossingPoint after, RainfallPeriod period, decimal over)
    {
        bool sameWindow = period.Kind == RainfallPeriodKind.Rolling || before.Start == after.Start;
        bool wasOver = sameWindow && before.Inches > over;
        bool isOver = after.Inches > over;
        return wasOver == isOver ? null : new Crossing(after.SeenAt, before.Inches!.Value, after.Inches!.Value, isOver);
    }

    private static CrossingPoint PointOf(RainfallTotal total) => new(
        total.ObservedAt ?? total.Source.ReportedAt ?? total.Source.FetchedAt ?? default,
        total.Start,
        total.Inches);

    private void See(RainfallGauge gauge, RainfallGauge earlier)
    {
        foreach (RainfallTotal total in gauge.Totals)
        {
            RainfallTotal before = earlier[total.Period];
            if (before.Inches == total.Inches && (total.Period.Kind == RainfallPeriodKind.Rolling || before.Start == total.Start))
            {
                continue;
            }

            (SiteId, RainfallPeriod) key = (gauge.Site.Id, total.Period);
            if (!_changes.TryGetValue(key, out List<CrossingPoint>? changes))
            {
                _changes[key] = changes = [PointOf(before)];
            }

            changes.Add(PointOf(total));
            if (changes.Count > MaxPoints)
            {
                changes.RemoveAt(0);
            }
        }
    }
}
