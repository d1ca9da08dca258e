namespace RainfallSite.Sites;

/// <summary>Names the texts of YearsText.resx, for the localizer.</summary>
internal sealed class YearsText;
