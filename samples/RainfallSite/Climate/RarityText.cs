namespace RainfallSite.Climate;

/// <summary>Names the texts of RarityText.resx, for the localizer.</summary>
internal sealed class RarityText;
