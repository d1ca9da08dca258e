namespace RainfallSite.Problems;

/// <summary>Names the texts of ProblemText.resx, for the localizer.</summary>
internal sealed class ProblemText;
