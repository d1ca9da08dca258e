namespace RainfallSite.Rivers;

/// <summary>Names the texts of RiversText.resx, for the localizer.</summary>
internal sealed class RiversText;
