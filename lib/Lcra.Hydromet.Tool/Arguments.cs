using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Arguments and options that several commands read the same way.</summary>
internal static class Arguments
{
    private static readonly TimeSpan MaxInterval = TimeSpan.FromDays(1);

    /// <summary>Creates a required argument that a misspelled option is not taken for.</summary>
    public static Argument<string> Text(string name, string description)
    {
        Argument<string> argument = new(name) { Description = description };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] value }])
            {
                result.AddError($"'{value}' is not an option of this command.");
            }
        });
        return argument;
    }

    /// <summary>Creates a required argument of one or more values that a misspelled option is not taken for.</summary>
    public static Argument<string[]> Texts(string name, string description)
    {
        Argument<string[]> argument = new(name) { Description = description, Arity = ArgumentArity.OneOrMore };
        argument.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value is ['-', ..]) is { } option)
            {
                result.AddError($"'{option.Value}' is not an option of this command.");
            }
        });
        return argument;
    }

    /// <summary>Creates an option for a whole number of at least a minimum and at most a maximum.</summary>
    public static Option<int> Count(string name, string description, int count, int minimum = 1, int maximum = int.MaxValue) => new(name)
    {
        Description = description,
        HelpName = "n",
        DefaultValueFactory = _ => count,
        CustomParser = result =>
        {
            if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < minimum || number > maximum)
            {
                string range = maximum == int.MaxValue ? $"of {minimum} or more" : $"from {minimum} to {maximum}";
                result.AddError($"{name} must be a whole number {range}; it is '{result.Tokens[0].Value}'.");
            }

            return number;
        },
    };

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

    /// <summary>Creates an option for a place.</summary>
    public static Option<Coordinates?> Place(string name, string description) => new(name)
    {
        Description = $"{description} In Texas the longitude is negative.",
        HelpName = "latitude,longitude",
        CustomParser = result =>
        {
            if (Coordinates.TryParse(result.Tokens[0].Value, out Coordinates place))
            {
                return place;
            }

            result.AddError($"{name} takes latitude and longitude in degrees, such as 30.27,-97.74.");
            return null;
        },
    };

    /// <summary>Creates an option for values with commas between them.</summary>
    public static Option<string[]> List(string name, string description, string help) => new(name)
    {
        Description = description,
        HelpName = help,
        CustomParser = result => Split(result.Tokens),
    };

    /// <summary>Creates an option for parameters of a history, with commas between them.</summary>
    public static Option<HistoryParameter[]> Parameters(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "parameter,parameter",
        CustomParser = result =>
        {
            List<HistoryParameter> all = [];
            foreach (string key in Split(result.Tokens))
            {
                if (HistoryParameter.TryParse(key, out HistoryParameter? parameter))
                {
                    all.Add(parameter);
                }
                else
                {
                    result.AddError($"'{key}' is not a parameter: use rainDaily, rain, flow or lakelevel.");
                }
            }

            return [.. all];
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

    private static string[] Split(IReadOnlyList<Token> tokens) =>
        [.. tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

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
