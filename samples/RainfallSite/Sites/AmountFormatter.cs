using System.Globalization;
using Lcra.Hydromet;
using RainfallSite.Preferences;

namespace RainfallSite.Sites;

/// <summary>Formats the amounts of a history in the chosen unit, no finer than the gauge measures.</summary>
internal sealed class AmountFormatter(Site site, RainUnit unit)
{
    private const decimal FinestResolutionInches = 0.01m;

    public RainUnit Unit => unit;

    public decimal InUnit(decimal inches) => unit == RainUnit.Inches
        ? inches
        : HydrometUnits.InchesToRoundedMillimeters(inches, site.ResolutionInches ?? FinestResolutionInches);

    /// <summary>Formats the number, each with as many decimals as the gauge measures; a dash when it is missing.</summary>
    public string Number(decimal? inches) => inches is { } amount
        ? InUnit(amount).ToString(unit == RainUnit.Inches ? "0.00##" : null, CultureInfo.InvariantCulture)
        : "–";
}
