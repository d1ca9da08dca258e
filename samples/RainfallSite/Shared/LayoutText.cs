namespace RainfallSite.Shared;

/// <summary>Names the texts of LayoutText.resx, for the localizer.</summary>
internal sealed class LayoutText;
