namespace Lcra.Hydromet.Time.Internal;

/// <summary>Parses the feeds' local time stamps: <c>yyyy-MM-dd HH:mm</c>, with or without seconds. 24:00 is the next midnight.</summary>
internal static class LocalStamp
{
    public const int MaxLength = WithSeconds;

    private const int WithMinutes = 16;
    private const int WithSeconds = 19;

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTime local)
    {
        local = default;
        if (text.Length is not (WithMinutes or WithSeconds)
            || text[4] != '-' || text[7] != '-' || text[10] is not ((byte)' ' or (byte)'T') || text[13] != ':'
            || !Number(text[..4], out int year) || !Number(text[5..7], out int month) || !Number(text[8..10], out int day)
            || !Number(text[11..13], out int hour) || !Number(text[14..16], out int minute))
        {
            return false;
        }

        int second = 0;
        if (text.Length == WithSeconds && (text[16] != ':' || !Number(text[17..], out second)))
        {
            return false;
        }

        if (year is < 1900 or > 9000 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 24 || minute > 59 || second > 59 || (hour == 24 && minute + second > 0))
        {
            return false;
        }

        local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).Add(new TimeSpan(hour, minute, second));
        return true;
    }

    private static bool Number(ReadOnlySpan<byte> digits, out int value)
    {
        value = 0;
        foreach (byte c in digits)
        {
            int digit = c - '0';
            if ((uint)digit > 9)
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        return true;
    }
}
