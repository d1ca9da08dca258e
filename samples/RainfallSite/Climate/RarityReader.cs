using Lcra.Hydromet;
using RainfallSite.Sites;

namespace RainfallSite.Climate;

/// <summary>Ranks a total among the whole record of its gauge in the archive. A total over calendar days is ranked among days, never one over 24 hours.</summary>
internal sealed class RarityReader(GaugeHistory history, Atlas14Tables tables)
{
    /// <summary>Ranks a total, with its return period where a table has one; null where there is nothing to say.</summary>
    public async Task<Rarity?> ReadAsync(RainfallTotal total, CancellationToken cancellationToken)
    {
        Rarity? ranked = await RankAsync(total, cancellationToken);
        return tables.Find(total) is { } returnPeriod ? (ranked ?? Rarity.Of(RarityProblem.NoRecord)) with { ReturnPeriod = returnPeriod } : ranked;
    }

    // Null without a record or an amount, and for days without rain.
    private async Task<Rarity?> RankAsync(RainfallTotal total, CancellationToken cancellationToken)
    {
        if (!history.HasArchive || !GaugeHistory.HasDays(total.Site.Id) || total is not { Inches: { } inches, Start: { } start, End: { } end })
        {
            return null;
        }

        HistoryResult<IReadOnlyList<DailyRainfall>> record = await history.GetRecordAsync(total.Site.Id, cancellationToken);
        if (record.Value is not { Count: > 0 } days)
        {
            return null;
        }

        CalendarPeriod? calendar = CalendarWindows.Of(total.Period);
        return calendar is null && inches == 0 ? null
            : total.Period.Kind == RainfallPeriodKind.Rolling ? Rarity.Of(RarityProblem.MovingWindow)
            : calendar is { } period ? OfCalendar(days, period, start, end)
            : OfDays(days, inches, start, end, total.MeasuredUntil);
    }

    // LCRA's amounts of a month or year lag. The daily totals up to the last whole day are compared instead, and the text states their amount.
    private static Rarity OfCalendar(IReadOnlyList<DailyRainfall> days, CalendarPeriod period, DateTimeOffset start, DateTimeOffset end)
    {
        DateOnly last = CentralTime.DayOf(end).AddDays(-1);
        if (last < CentralTime.DayOf(start))
        {
            return Rarity.Of(RarityProblem.NoWholeDay);
        }

        RainfallClimate climate = RainfallClimate.Of(days.Where(day => day.Day <= last));
        return Rarity.Of(climate.RankOf(period, last), climate.CompareWithNormal(period, last));
    }

    // The page's amount is ranked: what the archive lacks of its window, or has otherwise, is on the last day.
    private static Rarity OfDays(IReadOnlyList<DailyRainfall> days, decimal inches, DateTimeOffset start, DateTimeOffset end, DateTimeOffset? measuredUntil)
    {
        bool isWhole = CentralTime.At(end).TimeOfDay == TimeSpan.Zero && measuredUntil is null;
        DateOnly first = CentralTime.DayOf(start);
        DateOnly last = isWhole ? CentralTime.DayOf(end).AddDays(-1) : CentralTime.DayOf(measuredUntil ?? end);
        decimal before = days.Where(day => day.Day >= first && day.Day < last).Sum(day => day.Inches ?? 0);
        if (inches < before)
        {
            return Rarity.Of(RarityProblem.MissingDays);
        }

        DailyRainfall ranked = new() { Day = last, Inches = inches - before, IsPartial = !isWhole };
        return Rarity.Of(RainfallClimate.Of(days.Where(day => day.Day != last).Append(ranked)).RankOfDays(last, last.DayNumber - first.DayNumber + 1));
    }
}
