namespace Lcra.Hydromet.Exports.Internal;

/// <summary>The <c>status</c> of an exported value, which is never empty.</summary>
internal static class ExportStatus
{
    public const string Measured = "measured";

    public static string Of(decimal? amount, MissingReason? missing) =>
        amount is not null ? Measured : ExportNames<MissingReason>.Of(missing ?? MissingReason.Blank);
}
