using System.Globalization;
using System.Runtime.CompilerServices;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>One amount of a feed, or why there is none, in the 16 bytes of the decimal alone.</summary>
internal readonly struct Cell
{
    private const NumberStyles Plain =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    private const int DigitsInAnInt = 9;
    private const int PrintedDecimals = 2;

    // Beyond this no river, lake or gauge of the earth measures, and sums and conversions would no longer fit into a decimal.
    private const decimal Max = 1_000_000_000;

    // What older LCRA data use for "no value".
    private const decimal FirstSentinel = -998;
    private const decimal SecondSentinel = -888;

    // Saves 40 % of a report's time. A decimal leaves the low half of its flags unused: the lowest bit says that there is a value, the others why there is none.
    private const int ValueFlag = 1;
    private const int UnevenFlag = 1 << 8;
    private const int ScaleShift = 16;
    private readonly long _digits;
    private readonly int _highDigits;
    private readonly int _flags;

    private Cell(int digits, int scale)
    {
        _digits = digits;
        _flags = (scale << ScaleShift) | ValueFlag;
    }

    private Cell(decimal value, bool isUneven)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        _digits = ((long)bits[1] << 32) | (uint)bits[0];
        _highDigits = bits[2];
        _flags = bits[3] | ValueFlag | (isUneven ? UnevenFlag : 0);
    }

    private Cell(MissingReason missing) => _flags = (int)missing << 1;

    public static Cell Blank => new(MissingReason.Blank);

    public static Cell Unreadable => new(MissingReason.Unreadable);

    // The default value is missing as "not in the feed", so that a cell nobody filled can never pass for a zero.
    public decimal? Value => HasValue
        ? new decimal((int)_digits, (int)(_digits >> 32), _highDigits, IsNegative, (byte)(_flags >> ScaleShift))
        : null;

    /// <summary>Gets a value indicating whether an amount of rain has more decimals than any gauge counts.</summary>
    public bool IsUneven => (_flags & UnevenFlag) != 0;

    public bool IsUnreadable => _flags == (int)MissingReason.Unreadable << 1;

    public MissingReason? Missing => HasValue ? null : (MissingReason)(_flags >> 1);

    private bool HasValue => (_flags & ValueFlag) != 0;

    private bool IsNegative => _flags < 0;

    /// <summary>Reads an amount of rain, which is never negative; minus zero is zero.</summary>
    public static Cell ReadAmount(ReadOnlySpan<byte> text) => TryReadShort(text, out Cell cell) ? cell : ReadOther(text, isRain: true);

    /// <summary>Takes a number by the rules of <see cref="ReadAmount"/> or <see cref="ReadMeasure"/>.</summary>
    public static Cell Of(decimal value, bool isRain)
    {
        if (value is FirstSentinel or SecondSentinel or < -Max or > Max || (isRain && value < 0))
        {
            return Unreadable;
        }

        value = isRain ? BinaryNoise.RoundRain(value, out bool isUneven) : BinaryNoise.Round(value, out isUneven);
        return new Cell(value == 0 ? Math.Abs(value) : value, isUneven);
    }

    /// <summary>Reads a stage, a flow or a temperature, which may be negative; the sentinels -998 and -888 are not values.</summary>
    public static Cell ReadMeasure(ReadOnlySpan<byte> text) => TryReadShort(text, out Cell cell) ? cell : ReadOther(text, isRain: false);

    // By itself, so that what it needs on the stack costs only the few cells that come here.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Cell ReadOther(ReadOnlySpan<byte> text, bool isRain)
    {
        if (text is [(byte)'-', .. { IsEmpty: false } rest] && TryReadShort(rest, out Cell cell))
        {
            return Of(-cell.Value!.Value, isRain);
        }

        if (text.Trim(" \t"u8).IsEmpty)
        {
            return Blank;
        }

        // The general parser passes over NULs at the end, which are not digits.
        return !text.Contains((byte)0) && decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out decimal value)
            ? Of(value, isRain)
            : Unreadable;
    }

    // Nearly every cell is a few digits with a point; reading those without the general parser saves two thirds of a report's time.
    private static bool TryReadShort(ReadOnlySpan<byte> text, out Cell cell)
    {
        cell = default;
        if (text.Length > DigitsInAnInt)
        {
            return false;
        }

        int digits = 0;
        int count = 0;
        int point = text.Length;
        for (int i = 0; i < text.Length; i++)
        {
            int digit = text[i] - '0';
            if ((uint)digit <= 9)
            {
                digits = (digits * 10) + digit;
                count++;
            }
            else if (text[i] == '.' && point == text.Length)
            {
                point = i + 1;
            }
            else
            {
                return false;
            }
        }

        // More decimals than the feeds print may be noise.
        cell = new Cell(digits, text.Length - point);
        return count > 0 && text.Length - point <= PrintedDecimals;
    }
}
