namespace RainfallSite.Map;

/// <summary>Names the texts of MapText.resx, for the localizer.</summary>
internal sealed class MapText;
