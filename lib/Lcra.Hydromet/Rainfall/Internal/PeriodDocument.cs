namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>A period in the API form.</summary>
internal sealed record PeriodDocument(RainfallPeriod Key, string Name, RainfallPeriodKind Kind);
