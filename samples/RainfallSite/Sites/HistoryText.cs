namespace RainfallSite.Sites;

/// <summary>Names the texts of HistoryText.resx, for the localizer.</summary>
internal sealed class HistoryText;
