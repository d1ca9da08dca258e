using System.Globalization;

namespace Lcra.Hydromet.History.Internal;

/// <summary>A history that can be asked for: everything about it has been checked.</summary>
internal sealed record HistoryRequest
{
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    public required HydrometFeed Feed { get; init; }

    public required SiteId Site { get; init; }

    public required HistoryParameter Parameter { get; init; }

    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    public required bool Hourly { get; init; }

    /// <summary>Gets when the history was requested; a later reading is of the future.</summary>
    public required DateTimeOffset Now { get; init; }

    public static HistoryRequest For(
        SiteId site, HistoryParameter parameter, DateOnly first, DateOnly last, HistoryResolution resolution, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        bool hourly = resolution switch
        {
            HistoryResolution.FifteenMinutes => false,
            HistoryResolution.Hourly => true,
            _ => throw new ArgumentOutOfRangeException(nameof(resolution), resolution, "The resolution is not a HistoryResolution."),
        };
        CheckDays(first, last, CentralTime.DayOf(now));
        HydrometFeed feed = FeedOf(site, parameter);
        if (hourly && (parameter.IsDaily || feed == HydrometFeed.CoaHistory))
        {
            throw new ArgumentException("There are no hourly records of daily rain, nor of Austin's gauges: leave the resolution out.", nameof(resolution));
        }

        return new HistoryRequest
        {
            Feed = feed,
            Site = site,
            Parameter = parameter,
            First = first,
            Last = last,
            Hourly = hourly,
            Now = now,
        };
    }

    public string PathOf(HistoryWindow window, bool hourly) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Feed.Path}/{Site.Number}/{Parameter.Key}/{window.First:M-d-yyyy}/{window.Last:M-d-yyyy}{(hourly ? "/hourly" : "")}");

    private static HydrometFeed FeedOf(SiteId site, HistoryParameter parameter)
    {
        if (site.IsLcra)
        {
            return HydrometFeed.History;
        }

        if (!site.IsAustin)
        {
            string who = site.Agency.Length == 0 ? "The default SiteId names no site." : $"There is no history of {site} here.";
            throw new ArgumentException($"{who} LCRA keeps the history of its own gauges (LCRA:2959) and of Austin's (COA:950).", nameof(site));
        }

        return parameter.IsAvailableForAustin
            ? HydrometFeed.CoaHistory
            : throw new ArgumentException(
                $"For Austin's gauges there is no {parameter}, only {HistoryParameter.Rain} and {HistoryParameter.Flow}. Days can be made from the counts of {HistoryParameter.Rain}.",
                nameof(parameter));
    }

    private static void CheckDays(DateOnly first, DateOnly last, DateOnly today)
    {
        if (first > last)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The first day ({first:yyyy-MM-dd}) is after the last ({last:yyyy-MM-dd}): swap them."), nameof(first));
        }

        if (first < Earliest)
        {
            throw new ArgumentOutOfRangeException(nameof(first), first, "No history begins before 1900; LCRA's begins in the 1990s.");
        }

        if (last > today.AddYears(1))
        {
            throw new ArgumentOutOfRangeException(nameof(last), last, "The last day is more than a year ahead, where there can be no history.");
        }
    }
}
