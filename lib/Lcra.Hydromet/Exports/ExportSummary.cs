using System.Globalization;

namespace Lcra.Hydromet;

/// <summary>How many rows an export has, and how many it left out.</summary>
public sealed record ExportSummary
{
    /// <summary>Gets the number of rows that were written.</summary>
    public required long Rows { get; init; }

    /// <summary>Gets the number of rows that are not measured, which <see cref="ExportOptions.MeasuredOnly"/> left out.</summary>
    public long MissingLeftOut { get; init; }

    /// <summary>Gets the number of GeoJSON features without a position, written with a null geometry or left out by <see cref="ExportOptions.PositionedOnly"/>; 0 in other formats.</summary>
    public long WithoutPosition { get; init; }

    /// <summary>Formats the numbers on one line.</summary>
    /// <returns>Rows, rows left out, features without a position.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rows} rows{(MissingLeftOut == 0 ? "" : FormattableString.Invariant($", {MissingLeftOut} that are not measured left out"))}{(WithoutPosition == 0 ? "" : FormattableString.Invariant($", {WithoutPosition} without a position"))}");
}
