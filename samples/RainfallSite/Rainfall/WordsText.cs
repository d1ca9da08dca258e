namespace RainfallSite.Rainfall;

/// <summary>Names the texts of WordsText.resx, for the localizer.</summary>
internal sealed class WordsText;
