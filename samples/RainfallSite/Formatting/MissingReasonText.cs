namespace RainfallSite.Formatting;

/// <summary>Names the texts of MissingReasonText.resx, for the localizer.</summary>
internal sealed class MissingReasonText;
