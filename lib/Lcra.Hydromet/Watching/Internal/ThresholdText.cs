using System.Globalization;

namespace Lcra.Hydromet.Watching.Internal;

/// <summary>The parts of a threshold that is written as <c>site:period:inches</c> or <c>site:period:inches:inches</c>.</summary>
internal readonly record struct ThresholdText(string Site, string Period, decimal OverInches, decimal ClearsBelowInches)
{
    /// <summary>Splits a text; null when it has not that form. Neither the site nor the period nor the order of the amounts is checked.</summary>
    public static ThresholdText? Split(string text)
    {
        // From the right, because a site can have a colon.
        string[] parts = text.Split(':');
        int amounts = parts.Reverse().TakeWhile(part => Amount(part) is not null).Take(2).Count();
        int period = parts.Length - amounts - 1;
        return amounts == 0 || period < 1
            ? null
            : new ThresholdText(string.Join(':', parts[..period]), parts[period], Amount(parts[period + 1])!.Value, Amount(parts[^1])!.Value);
    }

    private static decimal? Amount(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount) ? amount : null;
}
