namespace RainfallSite.Hyetographs;

/// <summary>Rain of a stretch of time.</summary>
/// <param name="Start">Its start.</param>
/// <param name="End">Its end.</param>
/// <param name="Inches">The rain; null when it is not known, which does not mean that it was dry.</param>
internal sealed record RainStep(DateTimeOffset Start, DateTimeOffset End, decimal? Inches)
{
    /// <summary>Gets how hard it rained on average.</summary>
    public decimal? InchesPerHour => Inches * TimeSpan.TicksPerHour / (End - Start).Ticks;
}
