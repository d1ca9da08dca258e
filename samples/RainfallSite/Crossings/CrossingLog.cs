using System.Globalization;
using Lcra.Hydromet;
using RainfallSite.Widgets;

namespace RainfallSite.Crossings;

/// <summary>
/// The changes of each total between the reports of this process, from which the crossings of any threshold follow. It holds
/// the last <see cref="MaxPoints"/> changes of a total and starts empty.
/// </summary>
/// <remarks>
/// The library's watcher needs its thresholds before it starts. Here a visitor names one with each request, for changes that have
/// already happened, and must not be able to register anything.
/// </remarks>
internal sealed class CrossingLog
{
    public const int MaxPoints = 32;
    private readonly Lock _lock = new();
    private readonly Dictionary<(SiteId Site, RainfallPeriod Period), List<CrossingPoint>> _changes = [];
    private RainfallReport? _latest;

    /// <summary>Records a report; the same report again changes nothing.</summary>
    public void Record(RainfallReport report)
    {
        lock (_lock)
        {
            if (ReferenceEquals(report, _latest))
            {
                return;
            }

            foreach (RainfallGauge gauge in _latest is null ? [] : report.Gauges)
            {
                if (_latest!.Find(gauge.Site.Id) is { } earlier)
                {
                    Record(gauge, earlier);
                }
            }

            _latest = report;
        }
    }

    /// <summary>Gets a name of the changes of a total that are remembered: feeds of crossings are the same where it is.</summary>
    public string NameOf(SiteId site, RainfallPeriod period)
    {
        lock (_lock)
        {
            return _changes.TryGetValue((site, period), out List<CrossingPoint>? changes)
                ? string.Join(' ', changes.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.SeenAt.UtcTicks}/{point.Start?.UtcTicks}/{point.Inches}")))
                : "";
        }
    }

    /// <summary>Finds the crossings of a threshold, newest first.</summary>
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

    // A new calendar window starts at zero, which is not a fall.
    private static Crossing? Between(CrossingPoint before, CrossingPoint after, RainfallPeriod period, decimal over)
    {
        bool sameWindow = period.Kind == RainfallPeriodKind.Rolling || before.Start == after.Start;
        bool wasOver = sameWindow && before.Inches > over;
        bool isOver = after.Inches > over;
        return wasOver == isOver ? null : new Crossing(before, after, isOver);
    }

    private static CrossingPoint PointOf(RainfallTotal total) => new(
        total.ObservedAt ?? total.Source.ReportedAt ?? total.Source.FetchedAt ?? default,
        total.Start,
        total.Inches,
        TotalFormatter.Doubt(total),
        TotalFormatter.Conflicts(total));

    private void Record(RainfallGauge gauge, RainfallGauge earlier)
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
