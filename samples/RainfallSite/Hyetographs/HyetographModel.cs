using Lcra.Hydromet;

namespace RainfallSite.Hyetographs;

/// <summary>When rain fell at a gauge.</summary>
/// <param name="Day">The total of the last 24 hours.</param>
/// <param name="Steps">The steps.</param>
internal sealed record HyetographModel(RainfallTotal Day, IReadOnlyList<RainStep> Steps)
{
    /// <summary>Gets a value indicating whether the steps are quarter hours of the gauge's readings.</summary>
    public bool IsFine => Steps[0].End - Steps[0].Start == RainStepsReader.Quarter;
}
