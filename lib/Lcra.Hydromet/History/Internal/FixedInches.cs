namespace Lcra.Hydromet.Internal;

/// <summary>Inches as whole ten-thousandths: four bytes an amount, and sums that are exact.</summary>
internal static class FixedInches
{
    private const int Scale = 10_000;
    private const int PrintedScale = 100;
    private const decimal Most = 200_000m;

    public static bool TryFrom(decimal inches, out int tenThousandths)
    {
        tenThousandths = 0;
        if (inches is < 0 or > Most)
        {
            return false;
        }

        decimal scaled = inches * Scale;
        tenThousandths = (int)scaled;
        return tenThousandths == scaled;
    }

    /// <summary>Gives the amount with the feeds' two decimals, or with four where two do not hold it.</summary>
    public static decimal ToInches(int tenThousandths) =>
        tenThousandths % PrintedScale == 0
            ? new decimal(tenThousandths / PrintedScale, 0, 0, isNegative: false, 2)
            : new decimal(tenThousandths, 0, 0, isNegative: false, 4);
}
