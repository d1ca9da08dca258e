namespace RainfallSite.Sites;

/// <summary>The rain of one day or quarter hour.</summary>
/// <param name="Start">The start, in Central time.</param>
/// <param name="Inches">The rain; null when it is not known.</param>
/// <param name="IsPartial">Whether the time has not ended, or readings do not cover all of it.</param>
/// <param name="IsFlagged">Whether the amount has a data-quality finding.</param>
internal sealed record RainBar(DateTimeOffset Start, decimal? Inches, bool IsPartial, bool IsFlagged)
{
    /// <summary>Gets how many inches more may have fallen, because the readings can be explained in two ways.</summary>
    public decimal UncertaintyInches { get; init; }
}
