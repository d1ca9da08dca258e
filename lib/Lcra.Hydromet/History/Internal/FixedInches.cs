namespace Lcra.Hydromet.History.Internal;

/// <summary>Inches as whole ten-thousandths: four bytes an amount, and sums that are exact.</summary>
internal static class FixedInches
{
    private const int Scale = 10_000;
    private const int PrintedScale = 100;
    private const decimal Max = 200_000m;
    private const int MaxCents = 20_000_000;

    // The last of a decimal's four integers when it is not negative and has two decimals.
    private const int CentsAndSign = 2 << 16;

    public static bool TryFrom(decimal inches, out int tenThousandths)
    {
        if (TryFromCents(inches, out tenThousandths))
        {
            return true;
        }

        if (inches is < 0 or > Max)
        {
            return false;
        }

        tenThousandths = (int)Math.Round(inches * Scale, MidpointRounding.AwayFromZero);
        return true;
    }

    /// <summary>Gives the amount with the feeds' two decimals, or with four where two do not hold it.</summary>
    public static decimal ToInches(int tenThousandths) =>
        tenThousandths % PrintedScale == 0
            ? new decimal(tenThousandths / PrintedScale, 0, 0, isNegative: false, 2)
            : new decimal(tenThousandths, 0, 0, isNegative: false, 4);

    /// <inheritdoc cref="ToInches(int)"/>
    public static decimal ToInches(long tenThousandths) =>
        tenThousandths is >= 0 and <= int.MaxValue ? ToInches((int)tenThousandths) : (decimal)tenThousandths / Scale;

    /// <summary>Gives an amount of a series back in ten-thousandths; zero for none.</summary>
    public static int ToTenThousandths(decimal? inches) => (int)((inches ?? 0) * Scale);

    // Nearly every count has two decimals and fits into an int; reading those without arithmetic on decimals saves a third of a series' time.
    private static bool TryFromCents(decimal inches, out int tenThousandths)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(inches, bits);
        bool isCents = bits is [>= 0 and <= MaxCents, 0, 0, CentsAndSign];
        tenThousandths = isCents ? bits[0] * (Scale / PrintedScale) : 0;
        return isCents;
    }
}
