namespace RainfallSite.Lakes;

/// <summary>Names the texts of LakesText.resx, for the localizer.</summary>
internal sealed class LakesText;
