namespace RainfallSite.Language;

/// <summary>Names the texts of TimeText.resx, for the localizer.</summary>
internal sealed class TimeText;
