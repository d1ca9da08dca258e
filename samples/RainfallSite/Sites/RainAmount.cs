using System.Globalization;
using Lcra.Hydromet;
using RainfallSite.Rainfall;

namespace RainfallSite.Sites;

/// <summary>Amounts of a history in the unit that the visitor chose, no finer than the gauge measures.</summary>
internal sealed class RainAmount(Site site, RainUnit unit)
{
    private const decimal FinestTipInches = 0.01m;

    public RainUnit Unit => unit;

    public decimal InUnit(decimal inches) => unit == RainUnit.Inches
        ? inches
        : HydrometUnits.InchesToRoundedMillimeters(inches, site.ResolutionInches ?? FinestTipInches);

    /// <summary>Writes the number; a dash when there is none.</summary>
    public string Number(decimal? inches) => inches is { } amount
        ? InUnit(amount).ToString(unit == RainUnit.Inches ? "0.00##" : "0.##", CultureInfo.InvariantCulture)
        : "–";
}
