using System.CommandLine;
using System.Globalization;

namespace Lcra.Hydromet.CommandLine;

/// <content>Days, instants and intervals.</content>
internal static partial class Arguments
{
    private static readonly TimeSpan MaxInterval = TimeSpan.FromDays(1);

    /// <summary>Creates a required option for a day.</summary>
    public static Option<DateOnly> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "yyyy-mm-dd",
        Required = true,
        CustomParser = result =>
        {
            if (!DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                result.AddError($"{name} must be a day such as 2026-09-30; it is '{result.Tokens[0].Value}'.");
            }

            return day;
        },
    };

    /// <summary>Creates an option for a day.</summary>
    public static Option<DateOnly?> OptionalDay(string name, string description)
    {
        Option<DateOnly> required = Day(name, description);
        return new Option<DateOnly?>(name) { Description = description, HelpName = required.HelpName, CustomParser = result => required.CustomParser!(result) };
    }

    /// <summary>Creates a required argument for an instant.</summary>
    public static Argument<DateTimeOffset> Instant(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (!InstantText.TryRead(result.Tokens[0].Value, out DateTimeOffset instant, out string? mistake))
            {
                result.AddError(mistake);
            }

            return instant;
        },
    };

    /// <summary>Creates an option for an interval with its unit: a bare number would be days to .NET and minutes to a reader.</summary>
    public static Option<TimeSpan?> Interval(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "5m",
        CustomParser = result =>
        {
            if (ReadInterval(result.Tokens[0].Value) is { } interval && interval >= TimeSpan.FromSeconds(1) && interval <= MaxInterval)
            {
                return interval;
            }

            result.AddError($"{name} must be from 1 second to 1 day, with its unit, such as 90s, 5m, 1h, or 00:05:00; it is '{result.Tokens[0].Value}'.");
            return null;
        },
    };

    private static TimeSpan? ReadInterval(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal))
        {
            return TimeSpan.TryParseExact(text, @"hh\:mm\:ss", CultureInfo.InvariantCulture, out TimeSpan interval) ? interval : null;
        }

        return text is [.., var unit] && int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? unit switch
            {
                's' => TimeSpan.FromSeconds(number),
                'm' => TimeSpan.FromMinutes(number),
                'h' => TimeSpan.FromHours(number),
                _ => null,
            }
            : null;
    }
}
