using System.Globalization;

namespace Lcra.Hydromet.Internal;

/// <summary>One amount of a feed, or why there is none.</summary>
internal readonly struct Cell
{
    private const NumberStyles Plain =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    private const int DigitsInAnInt = 9;

    // Beyond this no river, lake or gauge of the earth measures, and sums and conversions would no longer fit into a decimal.
    private const decimal Most = 1_000_000_000;

    // What older LCRA data use for "no value".
    private const decimal FirstSentinel = -998;
    private const decimal SecondSentinel = -888;
    private readonly decimal _value;
    private readonly bool _hasValue;
    private readonly MissingReason _missing;

    private Cell(decimal value)
    {
        _value = value;
        _hasValue = true;
    }

    private Cell(MissingReason missing) => _missing = missing;

    public static Cell Blank => new(MissingReason.Blank);

    public static Cell Unreadable => new(MissingReason.Unreadable);

    // The default value is missing as "not in the feed", so that a cell nobody filled can never pass for a zero.
    public decimal? Value => _hasValue ? _value : null;

    public bool IsUnreadable => !_hasValue && _missing == MissingReason.Unreadable;

    public MissingReason? Missing => _hasValue ? null : _missing;

    /// <summary>Reads an amount of rain, which is never negative; minus zero is zero.</summary>
    public static Cell ReadAmount(ReadOnlySpan<byte> text)
    {
        Cell cell = ReadMeasure(text);
        return cell is { _hasValue: true, _value: < 0 } ? Unreadable : cell;
    }

    /// <summary>Takes a number by the rules of <see cref="ReadAmount"/> or <see cref="ReadMeasure"/>.</summary>
    public static Cell Of(decimal value, bool isRain) =>
        value is FirstSentinel or SecondSentinel or < -Most or > Most || (isRain && value < 0)
            ? Unreadable
            : new Cell(value == 0 ? Math.Abs(value) : value);

    /// <summary>Reads a stage, a flow or a temperature, which may be negative; the sentinels -998 and -888 are no values.</summary>
    public static Cell ReadMeasure(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return Blank;
        }

        bool isNegative = text is [(byte)'-', _, ..];
        if (TryReadShort(isNegative ? text[1..] : text, out decimal value))
        {
            return isNegative ? Of(-value, isRain: false) : new Cell(value);
        }

        if (text.Trim(" \t"u8).IsEmpty)
        {
            return Blank;
        }

        // The general parser passes over NULs at the end, which are no digits.
        return !text.Contains((byte)0) && decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out value) ? Of(value, isRain: false) : Unreadable;
    }

    // Nearly every cell is a few digits with a point; this reads those without the general parser.
    private static bool TryReadShort(ReadOnlySpan<byte> text, out decimal value)
    {
        value = 0;
        if (text.Length > DigitsInAnInt)
        {
            return false;
        }

        int digits = 0;
        int scale = -1;
        foreach (byte c in text)
        {
            int digit = c - '0';
            if ((uint)digit <= 9)
            {
                digits = (digits * 10) + digit;
                scale += scale >= 0 ? 1 : 0;
            }
            else if (c == '.' && scale < 0)
            {
                scale = 0;
            }
            else
            {
                return false;
            }
        }

        value = new decimal(digits, 0, 0, isNegative: false, (byte)Math.Max(scale, 0));
        return text.Length > 1 || scale < 0;
    }
}
