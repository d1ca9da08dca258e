namespace RainfallSite.Rainfall;

/// <summary>Names the texts of RainfallText.resx, for the localizer.</summary>
internal sealed class RainfallText;
