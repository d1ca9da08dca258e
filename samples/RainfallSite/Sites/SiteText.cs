namespace RainfallSite.Sites;

/// <summary>Names the texts of SiteText.resx, for the localizer.</summary>
internal sealed class SiteText;
