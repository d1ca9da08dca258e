using System.Globalization;
using Microsoft.Extensions.Localization;

namespace RainfallSite.Language;

/// <summary>Formats Central times, days and ages in the reader's language, with the offset of each time.</summary>
internal sealed class TimeFormatter(IStringLocalizer<TimeText> text)
{
    private static readonly TimeSpan DaylightOffset = TimeSpan.FromHours(-5);

    /// <summary>Formats <c>6:55 am CDT on Friday 2 October 2026</c>.</summary>
    public string Moment(DateTimeOffset time) => text["Moment", Time(time), Day(time)];

    /// <summary>Formats how old a time is, to the minute for two days: <c>7 minutes ago</c>, <c>3 h 5 min ago</c>, <c>2 days ago</c>.</summary>
    public string Age(DateTimeOffset time, DateTimeOffset now) => (int)Math.Floor((now - time).TotalMinutes) switch
    {
        < 1 => text["JustNow"],
        1 => text["OneMinuteAgo"],
        < 60 and int minutes => text["MinutesAgo", Number(minutes)],
        < 48 * 60 and int minutes => text["HoursAgo", Number(minutes / 60), Number(minutes % 60)],
        int minutes => text["DaysAgo", Number(minutes / (24 * 60))],
    };

    /// <summary>Formats <c>Friday 2 October 2026</c>.</summary>
    public string Day(DateTimeOffset time) => Written(time, "DayPattern");

    /// <summary>Formats <c>Fri 2 Oct</c>, with the year on request.</summary>
    public string ShortDay(DateTimeOffset time, bool withYear) => Written(time, withYear ? "ShortDayYearPattern" : "ShortDayPattern");

    /// <summary>Formats <c>September 2026</c>.</summary>
    public string Month(DateTimeOffset time) => Written(time, "MonthPattern");

    /// <summary>Formats <c>6:55 am CDT</c>.</summary>
    public string Time(DateTimeOffset time) => Clock(time) + (time.Offset == DaylightOffset ? " CDT" : " CST");

    /// <summary>Formats <c>6:55 am</c>, or <c>midnight</c>.</summary>
    public string Clock(DateTimeOffset time) => time.TimeOfDay == TimeSpan.Zero
        ? text["Midnight"]
        : text[time.Hour < 12 ? "Morning" : "Afternoon", time.ToString("h:mm", CultureInfo.InvariantCulture)];

    private string Written(DateTimeOffset time, string pattern)
    {
        CultureInfo reader = CultureInfo.CurrentUICulture;
        return time.ToString(text[pattern], reader);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
