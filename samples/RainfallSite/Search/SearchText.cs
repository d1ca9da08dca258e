namespace RainfallSite.Search;

/// <summary>Names the texts of SearchText.resx, for the localizer.</summary>
internal sealed class SearchText;
