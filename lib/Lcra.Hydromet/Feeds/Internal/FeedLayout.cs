namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>Where the fields of a row stand, and how many a row may have.</summary>
/// <remarks>
/// The field that carries the report date has no value in the rows, so rows are one field shorter than the header.
/// Should rows have a cell for it after all, or end in a comma, they are one field longer: <see cref="WidthWithExtraField"/>.
/// </remarks>
internal sealed class FeedLayout
{
    public required int Site { get; init; }

    public required int Name { get; init; }

    public int Basin { get; init; } = -1;

    public int Time { get; init; } = -1;

    public required ValueColumn[] Values { get; init; }

    public required int HeaderWidth { get; init; }

    /// <summary>Gets the place of the label that has no value in the rows; -1 when every header field has one.</summary>
    public required int Label { get; init; }

    /// <summary>Gets the first day of the five-day total, where the feed has one.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Gets a value indicating whether columns are bound by their place, because their names are unknown.</summary>
    public bool IsByPosition { get; init; }

    public int ExpectedWidth => Label < 0 ? HeaderWidth : HeaderWidth - 1;

    public int WidthWithExtraField => ExpectedWidth + 1;

    /// <summary>Gets the surplus cell of a roomy row: the one under the label, or behind the last column.</summary>
    public int ExtraField => Label < 0 ? HeaderWidth : Label;

    /// <summary>Finds a header field in a row: a label without a cell moves the fields behind it one to the left.</summary>
    public int Place(int headerIndex, int width) =>
        width == ExpectedWidth && Label >= 0 && headerIndex > Label ? headerIndex - 1 : headerIndex;
}
