using System.Globalization;

namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>One side of a comparison.</summary>
internal readonly record struct ComparedTotal(string Column, decimal? Inches)
{
    public string Text => Inches?.ToString(CultureInfo.InvariantCulture) ?? "nothing";

    public static ComparedTotal Of(RainfallTotal total) => new($"{total.Source.Feed} {total.Source.Column}", total.Inches);
}
