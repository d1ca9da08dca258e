namespace RainfallSite.Map;

/// <summary>A gauge's mark: its size and shape tell the class of its rain without the colour.</summary>
internal sealed record MapDot(int Level, string X, string Y);
