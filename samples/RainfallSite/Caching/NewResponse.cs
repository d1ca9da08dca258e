namespace RainfallSite.Caching;

/// <summary>A body that was made and will be cached with the headers that it is sent with.</summary>
/// <param name="Key">The name of the response.</param>
/// <param name="Body">The body, as it was compressed.</param>
/// <param name="ValidFor">How long it is valid.</param>
internal sealed record NewResponse(string Key, byte[] Body, TimeSpan ValidFor);
