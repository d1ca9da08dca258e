namespace RainfallSite.Rainfall;

/// <summary>The classes of rain in an hour.</summary>
internal static class RainIntensities
{
    private const decimal MaxLightInches = 0.10m;
    private const decimal MaxModerateInches = 0.30m;

    public static RainIntensity Of(decimal inchesInHour) => inchesInHour switch
    {
        <= 0 => RainIntensity.None,
        <= MaxLightInches => RainIntensity.Light,
        <= MaxModerateInches => RainIntensity.Moderate,
        _ => RainIntensity.Heavy,
    };
}
