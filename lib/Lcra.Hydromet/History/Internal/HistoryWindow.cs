namespace Lcra.Hydromet.History.Internal;

/// <summary>The local days of one request, first and last inclusive.</summary>
internal readonly record struct HistoryWindow(DateOnly First, DateOnly Last)
{
    // LCRA rejects more than 180 days. Whether the last day counts is unknown: this is below either way.
    public const int MaxDays = 179;

    public DateTimeOffset Start => CentralTime.StartOfDay(First);

    public DateTimeOffset End => CentralTime.StartOfDay(Last.AddDays(1));

    /// <summary>Splits a range of days into windows, oldest first.</summary>
    public static IEnumerable<HistoryWindow> Cut(DateOnly first, DateOnly last)
    {
        for (DateOnly from = first; from <= last; from = from.AddDays(MaxDays))
        {
            DateOnly to = from.AddDays(MaxDays - 1);
            yield return new HistoryWindow(from, to < last ? to : last);
        }
    }
}
