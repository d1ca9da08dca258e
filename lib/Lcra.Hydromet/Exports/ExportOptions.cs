namespace Lcra.Hydromet;

/// <summary>Which rows an export has. The default is all of them.</summary>
public sealed record ExportOptions
{
    /// <summary>Gets a value indicating whether rows that are not measured, such as those without an amount, are left out. <see cref="ExportSummary.MissingLeftOut"/> counts them.</summary>
    public bool MeasuredOnly { get; init; }

    /// <summary>
    /// Gets a value indicating whether GeoJSON leaves out features without a position, which some programs drop without a message or
    /// draw at 0 degrees. <see cref="ExportSummary.WithoutPosition"/> counts them either way.
    /// </summary>
    public bool PositionedOnly { get; init; }

    /// <summary>Formats which rows an export has.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{(MeasuredOnly ? "measured rows" : "all rows")}{(PositionedOnly ? " with a position" : "")}";
}
