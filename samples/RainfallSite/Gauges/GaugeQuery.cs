using System.Text.Json;
using Lcra.Hydromet;
using RainfallSite.Search;

namespace RainfallSite.Gauges;

/// <summary>Which gauges to list, for which period and in which order, as in the address.</summary>
internal sealed record GaugeQuery
{
    private const int MaxTextLength = 60;

    /// <summary>Gets the period in the address; empty when it has none.</summary>
    public string RequestedPeriod { get; private init; } = "";

    /// <summary>Gets the period; null when the requested one is unknown.</summary>
    public RainfallPeriod? Period { get; private init; }

    /// <summary>Gets the words that a gauge's name, number or basin must contain.</summary>
    public string Text { get; private init; } = "";

    public string Basin { get; private init; } = "";

    public GaugeSort Sort { get; private init; } = GaugeSort.Rain;

    public bool IsDescending { get; private init; } = true;

    public static GaugeQuery Read(IQueryCollection query)
    {
        string requested = query["period"].ToString();
        string text = query["q"].ToString().Trim();
        GaugeSort sort = Enum.TryParse(query["sort"], ignoreCase: true, out GaugeSort known) && Enum.IsDefined(known) ? known : GaugeSort.Rain;
        return new GaugeQuery
        {
            RequestedPeriod = requested,
            Period = requested.Length == 0 ? RainfallPeriod.TwentyFourHours : RainfallPeriod.TryParse(requested, out RainfallPeriod? period) ? period : null,
            Text = TextLimit.Cut(text, MaxTextLength),
            Basin = query["basin"].ToString(),
            Sort = sort,
            IsDescending = bool.TryParse(query["desc"], out bool descending) ? descending : IsDescendingAtFirst(sort),
        };
    }

    /// <summary>Sorts by a column, or reverses the direction when it is the current one.</summary>
    public GaugeQuery SortedBy(GaugeSort sort) => this with
    {
        Sort = sort,
        IsDescending = sort == Sort ? !IsDescending : IsDescendingAtFirst(sort),
    };

    public GaugeQuery For(RainfallPeriod period) => this with { Period = period, RequestedPeriod = period.Key };

    /// <summary>Writes the query for an address, without default values.</summary>
    public IEnumerable<KeyValuePair<string, string?>> ToPairs()
    {
        yield return new("period", Period?.Key ?? RainfallPeriod.TwentyFourHours.Key);
        if (Text.Length > 0)
        {
            yield return new("q", Text);
        }

        if (Basin.Length > 0)
        {
            yield return new("basin", Basin);
        }

        if (Sort != GaugeSort.Rain || !IsDescending)
        {
            yield return new("sort", JsonNamingPolicy.CamelCase.ConvertName(Sort.ToString()));
            yield return new("desc", IsDescending ? "true" : "false");
        }
    }

    private static bool IsDescendingAtFirst(GaugeSort sort) => sort is GaugeSort.Rain or GaugeSort.Read;
}
