using System.Globalization;

namespace RainfallSite.Preferences;

/// <summary>A roof that rain is caught from, from <c>?roof=2000</c>.</summary>
/// <param name="SquareFeet">Its area as seen from above, in square feet.</param>
internal readonly record struct Roof(int SquareFeet)
{
    public const string QueryKey = "roof";
    public const int MaxSquareFeet = 1_000_000;

    /// <summary>One inch on a square foot is 144 of the 231 cubic inches of a gallon.</summary>
    public const decimal GallonsPerSquareFootAndInch = 144m / 231m;

    /// <summary>The share that reaches the tank; the rest wets the roof, splashes or overflows.</summary>
    public const decimal Efficiency = 0.80m;

    public static Roof Default { get; } = new(2000);

    public string Key => SquareFeet.ToString(CultureInfo.InvariantCulture);

    /// <summary>Gets the requested roof; null when the query has none or its area is invalid.</summary>
    public static Roof? Requested(HttpRequest request) =>
        int.TryParse(request.Query[QueryKey], NumberStyles.None, CultureInfo.InvariantCulture, out int area) && area is > 0 and <= MaxSquareFeet
            ? new Roof(area)
            : null;

    /// <summary>Tells whether a roof is requested whose area is invalid.</summary>
    public static bool IsInvalid(HttpRequest request) => !string.IsNullOrEmpty(request.Query[QueryKey]) && Requested(request) is null;

    /// <summary>Estimates the gallons that an amount of rain yields, rounded to ten.</summary>
    public decimal Gallons(decimal inches) =>
        decimal.Round(SquareFeet * inches * GallonsPerSquareFootAndInch * Efficiency / 10m, MidpointRounding.AwayFromZero) * 10m;
}
