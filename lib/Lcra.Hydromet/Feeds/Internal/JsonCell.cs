using System.Text;
using System.Text.Json;
using Lcra.Hydromet.Time.Internal;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>A value in JSON, which LCRA writes as text in one response and as a number in another.</summary>
internal static class JsonCell
{
    /// <summary>Reads the value at the reader's position; null is blank, and what is neither number nor text is unreadable.</summary>
    public static Cell Read(ref Utf8JsonReader json, bool isRain)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return Cell.Blank;
            case JsonTokenType.Number when json.TryGetDecimal(out decimal number):
                return Cell.Of(number, isRain);
            case JsonTokenType.String when json.ValueIsEscaped:
                return Parse(Encoding.UTF8.GetBytes(Text(ref json) ?? ""), isRain);
            case JsonTokenType.String:
                return Parse(json.ValueSpan, isRain);
            default:
                json.Skip();
                return Cell.Unreadable;
        }
    }

    /// <summary>Reads an instant in any form of ISO 8601 that has an offset.</summary>
    public static bool TryInstant(ref Utf8JsonReader json, out DateTimeOffset instant)
    {
        instant = default;
        return json.TokenType == JsonTokenType.String
            && IsoInstant.TryParse(json.ValueIsEscaped ? Encoding.UTF8.GetBytes(Text(ref json) ?? "") : json.ValueSpan, out instant);
    }

    /// <summary>Compares the text at the reader's position; invalid Unicode equals nothing.</summary>
    public static bool IsText(ref Utf8JsonReader json, ReadOnlySpan<byte> text) =>
        json.ValueIsEscaped ? text.SequenceEqual(Encoding.UTF8.GetBytes(Text(ref json) ?? "")) : json.ValueSpan.SequenceEqual(text);

    /// <summary>Reads a text, or the digits of a number; anything else is null. Invalid Unicode is replaced, the rest is read.</summary>
    public static string? Text(ref Utf8JsonReader json)
    {
        if (json.TokenType is not (JsonTokenType.String or JsonTokenType.Number or JsonTokenType.PropertyName))
        {
            return null;
        }

        try
        {
            return json.ValueIsEscaped ? json.GetString() : Encoding.UTF8.GetString(json.ValueSpan);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or invalid UTF-8, behind an escape.
            return Encoding.UTF8.GetString(json.ValueSpan);
        }
    }

    private static Cell Parse(ReadOnlySpan<byte> text, bool isRain) => isRain ? Cell.ReadAmount(text) : Cell.ReadMeasure(text);
}
