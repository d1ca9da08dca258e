using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>The history on a site's page.</summary>
internal sealed class SiteHistory
{
    private const int RecordCount = 5;

    public required DaySpan Span { get; init; }

    public IReadOnlyList<RainBar> Bars { get; init; } = [];

    public IReadOnlyList<RainfallFlag> Flags { get; init; } = [];

    public HydrometException? Failure { get; init; }

    public HistoryDelay Delay { get; init; }

    public bool IsEmpty => Bars.All(bar => bar.Inches is null);

    /// <summary>Gets the sum of the bars that are known.</summary>
    public decimal KnownInches => Bars.Sum(bar => bar.Inches ?? 0);

    /// <summary>Gets how many inches more than the sum may have fallen, because readings can be explained in two ways.</summary>
    public decimal UncertaintyInches => Bars.Sum(bar => bar.UncertaintyInches);

    /// <summary>Gets how much of the sum fell on days with a data-quality finding.</summary>
    public decimal FlaggedInches => Bars.Where(bar => bar.IsFlagged).Sum(bar => bar.Inches ?? 0);

    /// <summary>Gets a value indicating whether the last day had not ended, so that more rain can follow.</summary>
    public bool IsRunning { get; init; }

    public int MissingCount => Bars.Count(bar => bar.Inches is null);

    /// <summary>Gets the wettest whole days without a data-quality finding.</summary>
    public IReadOnlyList<RainBar> Wettest =>
    [
        .. Bars.Where(bar => bar is { IsFlagged: false, IsPartial: false, Inches: > 0 }).OrderByDescending(bar => bar.Inches).Take(RecordCount),
    ];
}
