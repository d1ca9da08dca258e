namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>Takes back what a number lost on its way through 32 or 64 binary digits: 12.340000152587891 is 12.34.</summary>
internal static class BinaryNoise
{
    private const int RainDecimals = 2;
    private const int MaxDecimals = 6;

    // Half a hundredth of the resolution of 0.01 inch.
    private const decimal RainTolerance = 0.00005m;

    // Half of the last of 24 binary digits.
    private const decimal SingleTolerance = 0.00000006m;

    /// <summary>Gives an amount of rain in hundredths when it is one but for noise; another stays as it is.</summary>
    public static decimal RoundRain(decimal inches, out bool isUneven)
    {
        decimal rounded = Math.Round(inches, RainDecimals, MidpointRounding.AwayFromZero);
        decimal tolerance = inches.Scale > MaxDecimals ? Math.Max(RainTolerance, inches * SingleTolerance) : RainTolerance;
        isUneven = inches.Scale > RainDecimals && Math.Abs(inches - rounded) >= tolerance;
        return isUneven || inches.Scale <= RainDecimals ? inches : rounded;
    }

    /// <summary>Gives another measurement with the fewest decimals that tell it apart; one of up to six decimals stays as it is.</summary>
    public static decimal Round(decimal value, out bool isUneven)
    {
        isUneven = false;
        if (value.Scale <= MaxDecimals)
        {
            return value;
        }

        for (int decimals = 0; decimals <= MaxDecimals; decimals++)
        {
            decimal rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
            if (Math.Abs(value - rounded) <= Math.Abs(value) * SingleTolerance)
            {
                return rounded;
            }
        }

        isUneven = true;
        return value;
    }
}
