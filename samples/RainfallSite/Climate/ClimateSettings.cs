namespace RainfallSite.Climate;

/// <summary>The settings <c>Climate__*</c>: what an operator knows about the climate of gauges besides their records.</summary>
internal sealed class ClimateSettings
{
    public const string Section = "Climate";

    /// <summary>Gets or sets the folder with a table of NOAA Atlas 14 for each gauge, named by its number; null for none.</summary>
    public string? Atlas14 { get; set; }
}
