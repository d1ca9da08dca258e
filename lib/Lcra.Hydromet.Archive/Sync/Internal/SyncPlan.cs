namespace Lcra.Hydromet.Archive.Sync.Internal;

/// <summary>
/// Decides which window of a history is next, from what the archive says was requested: the newest days first, then backward to the beginning of the
/// record. It keeps nothing, so that a run that was killed goes on where it ended.
/// </summary>
internal sealed class SyncPlan(ArchiveSyncOptions options, DateOnly? from, DateTimeOffset now, DateOnly? to = null)
{
    // LCRA's oldest known record begins in November 1991.
    private static readonly DateOnly UsualBeginning = new(1991, 11, 1);
    private static readonly DateOnly Earliest = new(1980, 1, 1);

    private readonly DateOnly _today = CentralTime.DayOf(now);

    /// <summary>Finds the next window; null when nothing is left to request.</summary>
    /// <param name="coverage">The spans that were requested.</param>
    /// <param name="oldestWithRecords">The first day of the oldest request whose response had records; null when none had.</param>
    /// <param name="tried">Windows that are not requested again in this run.</param>
    public SyncWindow? Next(IReadOnlyList<ArchiveSpan> coverage, DateOnly? oldestWithRecords, IReadOnlyCollection<SyncWindow> tried)
    {
        List<SyncWindow> requested = [.. coverage.Select(DaysOf).OfType<SyncWindow>()];
        SyncWindow[] done = [.. requested.Concat(tried).OrderByDescending(window => window.Last)];
        DateOnly floor = from ?? Earliest;
        DateOnly last = Earlier(to ?? _today, _today);
        foreach (SyncWindow window in done)
        {
            if (window.Last < last)
            {
                break;
            }

            last = window.First <= last ? window.First.AddDays(-1) : last;
        }

        if (last < floor || (from is null && IsBeforeRecord(last, requested, oldestWithRecords)))
        {
            return null;
        }

        DateOnly first = last.AddDays(1 - SyncWindow.MaxDays);
        DateOnly free = done.Where(window => window.Last < last).Select(window => window.Last.AddDays(1)).DefaultIfEmpty(floor).Max();
        return new SyncWindow(Later(Later(first, free), floor), last);
    }

    /// <summary>Counts the requests that are left at most.</summary>
    public int CountLeft(SyncWindow? next)
    {
        DateOnly floor = from ?? UsualBeginning;
        return next is not { } window ? 0
            : Math.Max(1, 1 + ((window.First.DayNumber - floor.DayNumber + SyncWindow.MaxDays - 1) / SyncWindow.MaxDays)) + (from is null ? options.EmptyRequestsBeforeRecord : 0);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    // Enough days without a record, one after the other, end the way back. Days that were not requested do not count.
    private bool IsBeforeRecord(DateOnly last, List<SyncWindow> requested, DateOnly? oldestWithRecords)
    {
        DateOnly end = oldestWithRecords is { } oldest ? oldest.AddDays(-1) : _today;
        int empty = requested.Sum(window => Math.Max(0, Math.Min(window.Last.DayNumber, end.DayNumber) - Math.Max(window.First.DayNumber, last.DayNumber + 1) + 1));
        return last <= end && empty >= options.EmptyRequestsBeforeRecord * SyncWindow.MaxDays;
    }

    // The days of a span that are not requested again. One that ends inside a day ends at its request: its last days may have been corrected since.
    private SyncWindow? DaysOf(ArchiveSpan span)
    {
        DateOnly first = CentralTime.DayOf(span.Start);
        DateOnly end = CentralTime.DayOf(span.End);
        DateOnly last = end == _today && now - span.End <= options.RefreshAfter ? _today
            : span.End != CentralTime.StartOfDay(end) ? end.AddDays(-1 - options.CorrectionDays)
            : Earlier(end.AddDays(-1), _today.AddDays(-1 - options.CorrectionDays));
        return last >= first ? new SyncWindow(first, last) : null;
    }
}
