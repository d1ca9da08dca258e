namespace RainfallSite.Language;

/// <summary>The path of a request as it was sent below the path base, with the language.</summary>
/// <param name="Path">The path.</param>
internal sealed record RequestedPath(PathString Path);
