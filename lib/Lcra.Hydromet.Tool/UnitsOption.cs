using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>--units in|mm</c>.</summary>
internal sealed partial class UnitsOption
{
    private const decimal FinestResolutionInches = 0.01m;

    private readonly Option<RainUnit> _units = new("--units")
    {
        Description = "The unit of rain in text: inches, or millimeters by mm. Files have both.",
        HelpName = "in|mm",
        CustomParser = result =>
        {
            switch (result.Tokens[0].Value)
            {
                case "in":
                    return RainUnit.Inches;
                case "mm":
                    return RainUnit.Millimeters;
                default:
                    result.AddError($"--units must be in or mm; it is '{result.Tokens[0].Value}'.");
                    return default;
            }
        },
    };

    public void AddTo(Command command) => command.Options.Add(_units.Completes("in", "mm"));

    /// <summary>Reads the unit; it does not go with a file.</summary>
    public RainUnit Read(ParseResult parsed, ExportFormat? format) =>
        format is not null && parsed.GetResult(_units) is { Implicit: false }
            ? throw new ToolException(ExitCode.Usage, "--units applies to text, not to --csv and --json.")
            : parsed.GetValue(_units);

    /// <summary>Formats an amount with its unit.</summary>
    /// <param name="inches">The amount.</param>
    /// <param name="resolutionInches">The gauge's resolution, to which millimeters are rounded; null where it is unknown.</param>
    /// <param name="unit">The unit.</param>
    public static string Format(decimal inches, decimal? resolutionInches, RainUnit unit) => unit == RainUnit.Inches
        ? string.Create(CultureInfo.InvariantCulture, $"{inches:0.00##} in")
        : string.Create(CultureInfo.InvariantCulture, $"{HydrometUnits.InchesToRoundedMillimeters(inches, resolutionInches ?? FinestResolutionInches)} mm");

    /// <summary>Converts the amounts of a line of text, such as <c>2.81 in</c>, to a unit.</summary>
    /// <param name="line">The line, with amounts in inches.</param>
    /// <param name="site">The gauge. Its number and name, which may begin the line, are not converted.</param>
    /// <param name="unit">The unit.</param>
    public static string Convert(string line, Site site, RainUnit unit)
    {
        string subject = $"{site.Id} {site.Name}";
        return line.StartsWith(subject, StringComparison.Ordinal)
            ? subject + Convert(line[subject.Length..], site.ResolutionInches, unit)
            : Convert(line, site.ResolutionInches, unit);
    }

    /// <summary>Converts the amounts of a line of text without names to a unit.</summary>
    /// <param name="line">The line, with amounts in inches.</param>
    /// <param name="resolutionInches">The gauge's resolution, to which millimeters are rounded; null where it is unknown.</param>
    /// <param name="unit">The unit.</param>
    public static string Convert(string line, decimal? resolutionInches, RainUnit unit) => unit == RainUnit.Inches
        ? line
        : Amounts().Replace(line, amount => Format(decimal.Parse(amount.Groups["inches"].ValueSpan, CultureInfo.InvariantCulture), resolutionInches, unit));

    [GeneratedRegex(@"(?<![\w.,:])(?<inches>[0-9]+(\.[0-9]+)?) in(?![\w-])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Amounts();
}
