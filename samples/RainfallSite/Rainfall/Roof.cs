using System.Globalization;

namespace RainfallSite.Rainfall;

/// <summary>A roof that rain is caught from, from <c>?roof=2000</c>.</summary>
/// <param name="SquareFeet">Its area as seen from above, in square feet.</param>
internal readonly record struct Roof(int SquareFeet)
{
    public const string QueryKey = "roof";
    public const int LargestSquareFeet = 1_000_000;

    /// <summary>One inch on a square foot is 144 of the 231 cubic inches of a gallon.</summary>
    public const decimal GallonsPerSquareFootAndInch = 144m / 231m;

    /// <summary>The share that gutters and tanks keep; the rest wets the roof, splashes or overflows.</summary>
    public const decimal Efficiency = 0.80m;

    public static Roof Usual { get; } = new(2000);

    public string Key => SquareFeet.ToString(CultureInfo.InvariantCulture);

    /// <summary>Gives the roof asked for; null when none was, or when it is no area.</summary>
    public static Roof? Requested(HttpRequest request) =>
        int.TryParse(request.Query[QueryKey], NumberStyles.None, CultureInfo.InvariantCulture, out int area) && area is > 0 and <= LargestSquareFeet
            ? new Roof(area)
            : null;

    /// <summary>Gives the gallons caught of an amount of rain, to the next ten; an estimate no finer than its efficiency.</summary>
    public decimal Gallons(decimal inches) =>
        decimal.Round(SquareFeet * inches * GallonsPerSquareFootAndInch * Efficiency / 10m, MidpointRounding.AwayFromZero) * 10m;
}
