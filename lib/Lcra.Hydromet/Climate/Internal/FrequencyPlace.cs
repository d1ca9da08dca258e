namespace Lcra.Hydromet.Climate.Internal;

/// <summary>Where an amount is among the depths of a duration.</summary>
internal sealed record FrequencyPlace(double Years, bool IsMoreCommon = false, bool IsRarer = false);
