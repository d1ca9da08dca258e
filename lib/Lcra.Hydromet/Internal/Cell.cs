using System.Globalization;

namespace Lcra.Hydromet.Internal;

/// <summary>One amount of a feed, or why there is none.</summary>
internal readonly struct Cell
{
    private const NumberStyles Plain =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    private const int DigitsInAnInt = 9;
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

    // The default value is a missing one, so that a cell nobody filled can never pass for a zero.
    public decimal? Value => _hasValue ? _value : null;

    public bool IsUnreadable => !_hasValue && _missing == MissingReason.Unreadable;

    public MissingReason? Missing => _hasValue ? null : _missing;

    /// <summary>Reads a cell. Rain is never negative: sentinels such as -998 are unreadable, and minus zero is zero.</summary>
    public static Cell ReadAmount(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return Blank;
        }

        if (TryReadShort(text, out decimal value))
        {
            return new Cell(value);
        }

        if (text.Trim(" \t"u8).IsEmpty)
        {
            return Blank;
        }

        return decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out value) && value >= 0
            ? new Cell(Math.Abs(value))
            : Unreadable;
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
