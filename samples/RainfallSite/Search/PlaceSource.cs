namespace RainfallSite.Search;

/// <summary>Where the position of a place is from; the words of the column <c>source</c> in Places.csv.</summary>
internal enum PlaceSource
{
    /// <summary>The visitor typed it, or the browser found it.</summary>
    Visitor,

    /// <summary>A town or post office in GeoNames.</summary>
    GeoNames,

    /// <summary>The middle of a ZIP code's area, by the US Census Bureau.</summary>
    Census,

    /// <summary>The names of gauges, which say how far they are from a place or which lake they are at.</summary>
    Gauges,
}
