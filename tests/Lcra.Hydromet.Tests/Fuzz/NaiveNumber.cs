using System.Numerics;

namespace Lcra.Hydromet.Tests.Fuzz;

/// <summary>Compares a number with the text it was read from, digit by digit and without a number parser.</summary>
internal static class NaiveNumber
{
    /// <summary>Tells whether a text writes exactly this number, or one that differs only in digits a decimal cannot hold.</summary>
    public static bool Says(string text, decimal number, bool withExponent = false)
    {
        text = text.Trim(' ', '\t', '\r', '\n', '\v', '\f');
        int exponent = 0;
        int e = text.IndexOfAny(['e', 'E']);
        if (e >= 0)
        {
            if (!withExponent || !int.TryParse(text.AsSpan(e + 1), System.Globalization.CultureInfo.InvariantCulture, out exponent))
            {
                return false;
            }

            text = text[..e];
        }

        bool negative = text.StartsWith('-');
        string digits = text.TrimStart('-', '+');
        if (text.Length - digits.Length > 1 || digits.Count(c => c == '.') > 1 || !digits.Any(char.IsAsciiDigit) || digits.Any(c => c != '.' && !char.IsAsciiDigit(c)))
        {
            return false;
        }

        int point = digits.IndexOf('.', StringComparison.Ordinal);
        int scale = (point < 0 ? 0 : digits.Length - point - 1) - exponent;
        BigInteger said = 0;
        foreach (char c in digits.Where(char.IsAsciiDigit))
        {
            said = (said * 10) + (c - '0');
        }

        said = negative ? -said : said;
        (BigInteger mantissa, int numberScale) = (Mantissa(number), number.Scale);
        int common = Math.Max(scale, numberScale);
        BigInteger difference = BigInteger.Abs((said * BigInteger.Pow(10, common - scale)) - (mantissa * BigInteger.Pow(10, common - numberScale)));

        // More digits than any feed prints are noise when they are small enough.
        BigInteger one = BigInteger.Pow(10, common);
        bool isNoise = (scale > 2 && numberScale <= 2 && 20_000 * difference < one)
            || (scale > 6 && numberScale <= 6 && 16_000_000 * difference <= BigInteger.Abs(said) * BigInteger.Pow(10, common - scale));

        // A decimal has 28 places; further digits are rounded.
        return isNoise || 2 * difference <= (scale > numberScale && numberScale >= 20 ? BigInteger.Pow(10, common - numberScale) : BigInteger.Zero);
    }

    private static BigInteger Mantissa(decimal number)
    {
        int[] bits = decimal.GetBits(number);
        BigInteger mantissa = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        return bits[3] < 0 ? -mantissa : mantissa;
    }
}
