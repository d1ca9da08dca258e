namespace Lcra.Hydromet.Exports.Internal;

/// <summary>Where all exported data come from.</summary>
internal static class ExportProvenance
{
    public const string Source = "https://hydromet.lcra.org/";
    public const string Attribution = "Lower Colorado River Authority (LCRA) Hydromet, provisional data";
}
