namespace RainfallSite.Rainfall.Api;

internal sealed record PeriodResponse(string Key, string Name, string Kind);
