using System.Globalization;
using Lcra.Hydromet;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace RainfallSite.Language;

/// <summary>Formats Central times and days in the reader's language, with the offset of each time.</summary>
internal sealed class TimeFormatter(IStringLocalizer<TimeText> text)
{
    private static readonly TimeSpan DaylightOffset = TimeSpan.FromHours(-5);

    /// <summary>Formats <c>6:55 am CDT on Friday 2 October 2026</c>.</summary>
    public string Moment(DateTimeOffset time) => text["Moment", Time(time), Day(time)];

    /// <summary>Formats a moment as a <c>time</c> element, to which a script adds the age: a cached page cannot know how old it is.</summary>
    public IHtmlContent Stamp(DateTimeOffset time) => Element(time, Moment(time));

    /// <summary>Formats <c>Fri, Oct 2, 6:55 am</c> as a <c>time</c> element, in which a script shows the age instead; the other text for an unknown time.</summary>
    public IHtmlContent Read(DateTimeOffset? time, string unknown) => time is { } known
        ? Element(known, $"{ShortDay(known, withYear: false)}, {Clock(known)}")
        : new HtmlContentBuilder().Append(unknown);

    /// <summary>Formats <c>Friday 2 October 2026</c>.</summary>
    public string Day(DateTimeOffset time) => Written(time, "DayPattern");

    /// <summary>Formats <c>from Friday 2 October 2026 to Sunday 4 October 2026</c>, and one day as <c>on Friday 2 October 2026</c>.</summary>
    public string Days(DateTimeOffset first, DateTimeOffset last) => CentralTime.DayOf(first) == CentralTime.DayOf(last) ? text["OnDay", Day(first)] : text["FromTo", Day(first), Day(last)];

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

    private static TagBuilder Element(DateTimeOffset time, string words)
    {
        TagBuilder element = new("time");
        element.MergeAttribute("datetime", time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        element.MergeAttribute("data-age", "");
        element.InnerHtml.Append(words);
        return element;
    }
}
