using System.CommandLine;
using System.Globalization;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>--units in|mm</c>.</summary>
internal sealed class UnitsOption
{
    private const decimal FinestResolutionInches = 0.01m;

    private readonly Option<RainUnit> _units = new("--units")
    {
        Description = "The unit of rain in text: inches or millimeters. Files have both.",
        HelpName = "in|mm",
        DefaultValueFactory = _ => RainUnit.Inches,
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

    public void AddTo(Command command) => command.Options.Add(_units);

    /// <summary>Reads the unit; it does not go with a file.</summary>
    public RainUnit Read(ParseResult parsed, ExportFormat? format) =>
        format is not null && parsed.GetResult(_units) is { Implicit: false }
            ? throw new ToolException(ExitCode.Usage, "--units applies to text; --csv and --json have inches and millimeters.")
            : parsed.GetValue(_units);

    /// <summary>Formats an amount with its unit.</summary>
    /// <param name="inches">The amount.</param>
    /// <param name="resolutionInches">The gauge's resolution, to which millimeters are rounded; null where it is unknown.</param>
    /// <param name="unit">The unit.</param>
    public static string Format(decimal inches, decimal? resolutionInches, RainUnit unit) => unit == RainUnit.Inches
        ? string.Create(CultureInfo.InvariantCulture, $"{inches:0.00##} in")
        : string.Create(CultureInfo.InvariantCulture, $"{HydrometUnits.InchesToRoundedMillimeters(inches, resolutionInches ?? FinestResolutionInches)} mm");
}
