namespace Lcra.Hydromet.Archive.Storage.Internal;

/// <summary>Converts instants and days to the numbers that the archive has for them, and back. A part of a second is dropped.</summary>
internal static class EpochTime
{
    public const long SecondsPerDay = 86_400;

    private static readonly int Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public static long Seconds(DateTimeOffset instant) => instant.ToUnixTimeSeconds();

    public static DateTimeOffset Central(long seconds) => CentralTime.At(DateTimeOffset.FromUnixTimeSeconds(seconds));

    public static long DaysOf(DateOnly day) => day.DayNumber - Epoch;

    public static DateOnly DayOf(long days) => DateOnly.FromDayNumber(Epoch + (int)days);

    public static DateOnly UtcDayOf(long seconds) => DayOf(Math.DivRem(seconds, SecondsPerDay) is var (days, rest) && rest < 0 ? days - 1 : days);

    public static long StartOfUtcDay(DateOnly day) => DaysOf(day) * SecondsPerDay;
}
