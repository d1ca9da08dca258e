namespace Lcra.Hydromet.History.Internal;

/// <summary>The local days that one request asks for; both the first and the last belong to it.</summary>
internal readonly record struct HistoryWindow(DateOnly First, DateOnly Last)
{
    // LCRA refuses more than 180 days. Whether it counts the last day too is not known: this is below either way.
    public const int MaxDays = 179;

    public DateTimeOffset Start => CentralTime.StartOfDay(First);

    public DateTimeOffset End => CentralTime.StartOfDay(Last.AddDays(1));

    /// <summary>Cuts a span of days into windows, oldest first.</summary>
    public static IEnumerable<HistoryWindow> Cut(DateOnly first, DateOnly last)
    {
        for (DateOnly from = first; from <= last; from = from.AddDays(MaxDays))
        {
            DateOnly to = from.AddDays(MaxDays - 1);
            yield return new HistoryWindow(from, to < last ? to : last);
        }
    }
}
