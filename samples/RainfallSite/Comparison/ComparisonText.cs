namespace RainfallSite.Comparison;

/// <summary>Names the texts of ComparisonText.resx, for the localizer.</summary>
internal sealed class ComparisonText;
