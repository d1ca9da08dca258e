using System.Globalization;

namespace Lcra.Hydromet;

/// <summary>A data-quality flag on the rain of one day. It changes no amount.</summary>
public sealed record RainfallFlag
{
    /// <summary>Gets the local day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Gets the kind of flag.</summary>
    public required RainfallFlagKind Kind { get; init; }

    /// <summary>Gets the day's amount in inches, as recorded.</summary>
    public required decimal Inches { get; init; }

    /// <summary>Gets the message.</summary>
    public required string Message { get; init; }

    /// <summary>Writes the flag on one line.</summary>
    /// <returns>Day, kind, inches and message.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd} {Kind}, {Inches} in: {Message}");
}
