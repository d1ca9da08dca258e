using System.Globalization;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Formats an age in two units: minutes, hours and minutes, or days and hours.</summary>
internal static class AgeText
{
    public static string Of(TimeSpan age)
    {
        age = age < TimeSpan.Zero ? TimeSpan.Zero : age;
        return age.TotalHours < 1 ? string.Create(CultureInfo.InvariantCulture, $"{age.Minutes} min")
            : age.TotalDays < 1 ? string.Create(CultureInfo.InvariantCulture, $"{age.Hours} h {age.Minutes} min")
            : string.Create(CultureInfo.InvariantCulture, $"{age.Days} day{(age.Days == 1 ? "" : "s")}{(age.Hours == 0 ? "" : $" {age.Hours} h")}");
    }
}
