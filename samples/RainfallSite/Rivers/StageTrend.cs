namespace RainfallSite.Rivers;

/// <summary>How a stage changed over about the last hour.</summary>
/// <param name="FeetPerHour">The rate, less than zero where the water falls.</param>
internal readonly record struct StageTrend(decimal FeetPerHour)
{
    private const decimal SteadyFeetPerHour = 0.05m;

    /// <summary>Gets a value indicating whether the water neither rises nor falls by more than 0.05 feet an hour.</summary>
    public bool IsSteady => Math.Abs(FeetPerHour) <= SteadyFeetPerHour;
}
