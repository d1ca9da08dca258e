using System.Globalization;

namespace Lcra.Hydromet.Time.Internal;

/// <summary>
/// Reads an instant in any form of ISO 8601: calendar, ordinal or week date, extended or basic, a fraction of any length on the last part
/// of the time, and an offset. A time without an offset is not an instant.
/// </summary>
internal static class IsoInstant
{
    // No time that a service writes is longer; a fraction of 30 digits fits.
    private const int MaxLength = 64;
    private const int MinYear = 1900;
    private const int MaxYear = 9000;

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        if (text is [.. var local, (byte)'Z'] && LocalStamp.TryParse(local, out DateTime utc))
        {
            instant = new DateTimeOffset(utc, TimeSpan.Zero);
            return true;
        }

        instant = default;
        int split = text.IndexOfAny("Tt "u8);
        if (split < 0 || text.Length > MaxLength || !TryDate(text[..split], out DateTime day))
        {
            return false;
        }

        ReadOnlySpan<byte> time = text[(split + 1)..];
        int zone = time.IndexOfAny("Zz+-"u8);
        if (zone < 0 || !TryTime(time[..zone], out TimeSpan clock) || !TryOffset(time[zone..], out TimeSpan offset))
        {
            return false;
        }

        instant = new DateTimeOffset(day + clock - offset, TimeSpan.Zero);
        return true;
    }

    private static bool TryDate(ReadOnlySpan<byte> text, out DateTime day)
    {
        day = default;
        bool extended = text.Length > 4 && text[4] == '-';
        if (text.Length < 7 || !TryNumber(text[..4], out int year) || year is < MinYear or > MaxYear)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[(extended ? 5 : 4)..];
        if (rest[0] == 'W')
        {
            bool dashed = rest.Length == 5 && rest[3] == '-';
            if (dashed != extended || rest.Length != (extended ? 5 : 4) || !TryNumber(rest[1..3], out int week) || !TryNumber(rest[^1..], out int weekday)
                || week < 1 || week > ISOWeek.GetWeeksInYear(year) || weekday is < 1 or > 7)
            {
                return false;
            }

            day = ISOWeek.ToDateTime(year, week, (DayOfWeek)(weekday % 7));
            return true;
        }

        if (rest.Length == 3 && TryNumber(rest, out int ordinal))
        {
            day = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(ordinal - 1);
            return ordinal >= 1 && day.Year == year;
        }

        if (rest.Length != (extended ? 5 : 4) || (extended && rest[2] != '-') || !TryNumber(rest[..2], out int month) || !TryNumber(rest[^2..], out int date)
            || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateTime(year, month, date, 0, 0, 0, DateTimeKind.Unspecified);
        return true;
    }

    // Hours, minutes and seconds from the front; a fraction belongs to the last one that is there.
    private static bool TryTime(ReadOnlySpan<byte> text, out TimeSpan clock)
    {
        clock = default;
        int point = text.IndexOfAny(".,"u8);
        ReadOnlySpan<byte> whole = point < 0 ? text : text[..point];
        bool extended = whole.Length > 2 && whole[2] == ':';
        long unit = TimeSpan.TicksPerHour;
        long ticks = 0;
        for (int part = 0; ; part++)
        {
            if (part > 2 || whole.Length < 2 || !TryNumber(whole[..2], out int number) || number > (part == 0 ? 24 : part == 1 ? 59 : 60))
            {
                return false;
            }

            ticks += number * unit;
            whole = whole[2..];
            if (whole.IsEmpty)
            {
                break;
            }

            if (extended && whole[0] != ':')
            {
                return false;
            }

            whole = whole[(extended ? 1 : 0)..];
            unit /= 60;
        }

        if (point >= 0 && !TryFraction(text[(point + 1)..], unit, ref ticks))
        {
            return false;
        }

        // 24:00 is the end of the day, and a leap second ends at the next minute.
        clock = new TimeSpan(ticks);
        return ticks <= TimeSpan.TicksPerDay;
    }

    private static bool TryFraction(ReadOnlySpan<byte> digits, long unit, ref long ticks)
    {
        decimal share = 0;
        decimal place = 0.1m;
        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            share += (digit - '0') * place;
            place /= 10;
        }

        ticks += (long)(share * unit);
        return !digits.IsEmpty;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = default;
        if (text is [(byte)'Z' or (byte)'z'])
        {
            return true;
        }

        ReadOnlySpan<byte> hours = text[1..];
        int minutes = 0;
        if (hours.Length < 2 || !TryNumber(hours[..2], out int hour) || hour > 14
            || (hours.Length is not 2 && (hours.Length != (hours[2] == ':' ? 5 : 4) || !TryNumber(hours[^2..], out minutes) || minutes > 59)))
        {
            return false;
        }

        offset = new TimeSpan(hour, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out int value)
    {
        value = 0;
        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + digit - '0';
        }

        return true;
    }
}
