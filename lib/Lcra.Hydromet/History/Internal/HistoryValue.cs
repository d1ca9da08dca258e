using System.Globalization;
using System.Text.Json;

namespace Lcra.Hydromet.Internal;

/// <summary>One value of a history record, which LCRA writes as a number and other answers of its write as text.</summary>
internal static class HistoryValue
{
    private const NumberStyles Plain =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    private const int LongestNumber = 64;

    /// <summary>Reads the value that comes next; null when it is none.</summary>
    public static decimal? Read(ref Utf8JsonReader json, bool isRain)
    {
        json.Read();
        decimal value = 0;
        bool isNumber = json.TokenType switch
        {
            JsonTokenType.Number => json.TryGetDecimal(out value),
            JsonTokenType.String => TryParse(ref json, out value),
            _ => !json.TrySkip(),
        };

        // LCRA's older services wrote these two where an instrument had nothing to say. Minus zero is zero.
        return !isNumber || value is -998 or -888 || (isRain && value < 0) ? null
            : isRain ? Math.Abs(value)
            : value;
    }

    private static bool TryParse(ref Utf8JsonReader json, out decimal value)
    {
        value = 0;
        Span<byte> text = stackalloc byte[LongestNumber];
        return json.ValueSpan.Length <= LongestNumber
            && decimal.TryParse(text[..json.CopyString(text)], Plain, CultureInfo.InvariantCulture, out value);
    }
}
