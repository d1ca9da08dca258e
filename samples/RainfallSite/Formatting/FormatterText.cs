namespace RainfallSite.Formatting;

/// <summary>Names the texts of FormatterText.resx, for the localizer.</summary>
internal sealed class FormatterText;
