namespace Lcra.Hydromet.Climate.Internal;

/// <summary>The rain of a window of days and what it lacks.</summary>
/// <param name="Inches">The rain of the days with an amount.</param>
/// <param name="Days">The number of days.</param>
/// <param name="MissingDays">How many have no amount or a suspect one.</param>
/// <param name="HasSuspect">Whether one of them is suspect.</param>
/// <param name="IsPartial">Whether one of them was not over.</param>
internal readonly record struct WindowAmount(decimal Inches, int Days, int MissingDays, bool HasSuspect, bool IsPartial)
{
    public bool IsComplete => MissingDays == 0;

    public bool HasEnough(int maxMissingPercent) => MissingDays < Days && MissingDays * 100 <= maxMissingPercent * Days;
}
