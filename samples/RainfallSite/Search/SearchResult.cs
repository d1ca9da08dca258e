using Lcra.Hydromet;

namespace RainfallSite.Search;

/// <summary>What a search found: a place with its gauges, gauges by their names, or else what may have been meant.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Period">The period of the amounts.</param>
internal sealed record SearchResult(string Typed, RainfallPeriod Period)
{
    private const int MaxTypedLength = 80;
    private const int MaxGauges = 10;
    private const int MaxPlaces = 5;

    /// <summary>Gets the gauges around the place that was typed; null when it is not a known place.</summary>
    public PlaceGauges? Around { get; private init; }

    /// <summary>Gets the first gauges with the words that were typed, without those around the place.</summary>
    public IReadOnlyList<RainfallGauge> Gauges { get; private init; } = [];

    /// <summary>Gets how many gauges have those words.</summary>
    public int GaugeCount { get; private init; }

    /// <summary>Gets the places with a name like it.</summary>
    public IReadOnlyList<Place> Places { get; private init; } = [];

    /// <summary>Gets a value indicating whether the text is a ZIP code that is not in the list of those near gauges.</summary>
    public bool IsUnknownZipCode { get; private init; }

    /// <summary>Gets a value indicating whether the gauges and places are only like what was typed.</summary>
    public bool IsGuess { get; private init; }

    /// <summary>Gets a value indicating whether nothing has the name that was typed.</summary>
    public bool IsEmpty => Around is null && (IsGuess || (Gauges.Count == 0 && Places.Count == 0));

    /// <summary>Searches for a text.</summary>
    public static SearchResult Of(string text, RainfallReport report, RainfallPeriod period, Gazetteer gazetteer)
    {
        string typed = TextLimit.Cut(text.Trim(), MaxTypedLength);
        SearchResult result = new(typed, period);
        Place? place = gazetteer.Find(typed);
        if (place is null && Gazetteer.ZipCodeIn(typed) is not null)
        {
            return result with { IsUnknownZipCode = true };
        }

        PlaceGauges? around = place is null ? null : PlaceGauges.Around(place, report, period);
        IReadOnlyList<RainfallGauge> gauges = place is { Name: "" } or { ZipCode: not null } ? [] : GaugeSearch.Search(report, typed);
        IReadOnlyList<Place> places = place is null ? gazetteer.Similar(typed, MaxPlaces) : [];
        bool isGuess = around is null && gauges.Count == 0;
        gauges = isGuess ? [.. GaugeSuggestions.For(report, typed).Select(site => report.Find(site.Id)!)] : gauges;
        return result with
        {
            Around = around,
            Gauges = [.. gauges.Where(gauge => around?.Nearest.Any(nearby => nearby.Gauge == gauge) != true).Take(MaxGauges)],
            GaugeCount = gauges.Count,
            Places = places,
            IsGuess = isGuess,
        };
    }
}
