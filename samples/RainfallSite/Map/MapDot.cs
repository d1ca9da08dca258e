namespace RainfallSite.Map;

/// <summary>A gauge's mark: its size shows the class of its rain without color.</summary>
internal sealed record MapDot(int Level, string X, string Y);
