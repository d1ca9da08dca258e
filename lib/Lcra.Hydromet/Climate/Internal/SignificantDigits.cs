namespace Lcra.Hydromet.Climate.Internal;

/// <summary>Rounds to two significant digits.</summary>
internal static class SignificantDigits
{
    public static decimal Two(double value)
    {
        int decimals = 1 - (int)Math.Floor(Math.Log10(value));
        double scale = Math.Pow(10, Math.Abs(decimals));

        // A cast of a double to decimal gives other digits on .NET 11 than on .NET 10; one of an integer does not.
        long digits = (long)Math.Floor((decimals >= 0 ? value * scale : value / scale) + 0.5);
        return decimals >= 0 ? digits / (decimal)(long)scale : digits * (long)scale;
    }
}
