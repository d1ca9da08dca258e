namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>Converts values to hundredths of their unit and back.</summary>
internal static class Hundredths
{
    private const int Scale = 2;

    // The last of a decimal's four integers when it is not negative and has two decimals, as nearly every value.
    private const int ScaleAndSign = Scale << 16;

    public static decimal? ToValue(int? hundredths) =>
        hundredths is { } number ? new decimal(number < 0 ? (int)-(long)number : number, 0, 0, number < 0, Scale) : null;

    /// <summary>Converts a value. One that is finer is rounded and one that is too large is missing, both with a finding.</summary>
    public static int? Of(decimal? value, DateTimeOffset at, FindingNotes findings)
    {
        if (value is not { } known)
        {
            return null;
        }

        Span<int> bits = stackalloc int[4];
        decimal.GetBits(known, bits);
        if (bits is [>= 0, 0, 0, ScaleAndSign])
        {
            return bits[0];
        }

        decimal rounded = Math.Round(known, Scale, MidpointRounding.ToEven);
        if (Math.Abs(rounded) > int.MaxValue / 100m)
        {
            findings.Add(FindingKind.UnreadableValue, FormattableString.Invariant($"{known} at {at:yyyy-MM-dd HH:mm zzz} is more than any gauge measures; it is missing in the archive."));
            return null;
        }

        if (rounded != known)
        {
            findings.Add(FindingKind.UnevenValue, FormattableString.Invariant($"{known} at {at:yyyy-MM-dd HH:mm zzz} is finer than a hundredth; the archive has {rounded}."));
        }

        return (int)(rounded * 100);
    }
}
