using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Arguments and options that several commands read the same way.</summary>
internal static partial class Arguments
{
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
        CustomParser = result => ReadCount(result, name, minimum, maximum),
    };

    /// <summary>Creates an option for a whole number of at least one, whose absence the description explains.</summary>
    public static Option<int?> OptionalCount(string name, string description, int maximum = int.MaxValue) => new(name)
    {
        Description = description,
        HelpName = "n",
        CustomParser = result => ReadCount(result, name, 1, maximum),
    };

    /// <summary>Creates an option for a file.</summary>
    public static Option<string?> File(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "file",
        CustomParser = result =>
        {
            if (string.IsNullOrWhiteSpace(result.Tokens[0].Value))
            {
                result.AddError($"{name} is empty: name a file.");
            }

            return result.Tokens[0].Value;
        },
    };

    /// <summary>Creates an option for an amount in inches.</summary>
    public static Option<decimal> Inches(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "inches",
        CustomParser = result =>
        {
            if (!decimal.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal inches))
            {
                result.AddError($"{name} must be an amount in inches such as 0.25; it is '{result.Tokens[0].Value}'.");
            }

            return inches;
        },
    };

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
        CustomParser = result => Split(result, name),
    };

    /// <summary>Creates an option for parameters of a history, with commas between them.</summary>
    public static Option<HistoryParameter[]> Parameters(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "parameter,parameter",
        CustomParser = result =>
        {
            List<HistoryParameter> all = [];
            foreach (string key in Split(result, name))
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

    private static int ReadCount(ArgumentResult result, string name, int minimum, int maximum)
    {
        if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < minimum || number > maximum)
        {
            string range = maximum == int.MaxValue ? $"of {minimum} or more" : $"from {minimum} to {maximum}";
            result.AddError($"{name} must be a whole number {range}; it is '{result.Tokens[0].Value}'.");
        }

        return number;
    }

    // An empty list, as of an unset variable of a shell, is not the default, which is often everything.
    private static string[] Split(ArgumentResult result, string name)
    {
        string[] values = [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        if (values.Length == 0)
        {
            result.AddError($"{name} is empty: name at least one.");
        }

        return values;
    }
}
