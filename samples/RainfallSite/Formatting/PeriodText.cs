namespace RainfallSite.Formatting;

/// <summary>Names the texts of PeriodText.resx, for the localizer.</summary>
internal sealed class PeriodText;
