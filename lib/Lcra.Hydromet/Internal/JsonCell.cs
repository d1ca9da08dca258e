using System.Text.Json;

namespace Lcra.Hydromet.Internal;

/// <summary>A value in JSON, which LCRA writes as text in one answer and as a number in another.</summary>
internal static class JsonCell
{
    private const int LongestValue = 64;

    /// <summary>Reads the value that the reader stands on; null is blank, and what is neither number nor text is unreadable.</summary>
    public static Cell Read(ref Utf8JsonReader json, bool isRain)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return Cell.Blank;
            case JsonTokenType.Number when json.TryGetDecimal(out decimal number):
                return Cell.Of(number, isRain);
            case JsonTokenType.String when json.ValueSpan.Length <= LongestValue:
                Span<byte> plain = stackalloc byte[LongestValue];
                ReadOnlySpan<byte> text = json.ValueIsEscaped ? plain[..json.CopyString(plain)] : json.ValueSpan;
                return isRain ? Cell.ReadAmount(text) : Cell.ReadMeasure(text);
            default:
                json.Skip();
                return Cell.Unreadable;
        }
    }
}
