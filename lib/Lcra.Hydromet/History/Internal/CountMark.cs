namespace Lcra.Hydromet.History.Internal;

/// <summary>An accepted reading, and what was counted up to it.</summary>
/// <param name="Second">The reading's time in seconds since 1970.</param>
/// <param name="Level">The count in ten-thousandths of an inch.</param>
/// <param name="Readings">How many readings are accepted, this one included.</param>
/// <param name="Rain">The rain of all accepted readings.</param>
/// <param name="Uncertain">How much more it may be.</param>
/// <param name="Slack">How far the reading is below the level, at most one resolution step.</param>
internal record struct CountMark(long Second, int Level, int Readings, long Rain, long Uncertain, int Slack);
