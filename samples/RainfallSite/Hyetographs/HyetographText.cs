namespace RainfallSite.Hyetographs;

/// <summary>Names the texts of HyetographText.resx, for the localizer.</summary>
internal sealed class HyetographText;
