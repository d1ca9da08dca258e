using System.Globalization;

namespace Lcra.Hydromet.Archive;

/// <summary>The result of checking everything that is in an archive.</summary>
public sealed class ArchiveVerification
{
    /// <summary>Gets what is wrong, one line each; empty when nothing is. At most 100.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Gets the number of days of daily rain that were checked.</summary>
    public required long Days { get; init; }

    /// <summary>Gets the number of readings that were checked, packed ones included.</summary>
    public required long Readings { get; init; }

    /// <summary>Gets the number of packed days whose checksum was computed.</summary>
    public required long Packs { get; init; }

    /// <summary>Gets a value indicating whether nothing is wrong.</summary>
    public bool IsSound => Problems.Count == 0;

    /// <summary>Writes the result on one line.</summary>
    /// <returns>Counts, and the number of problems.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Days} days, {Readings} readings, {Packs} packed days: {(IsSound ? "no problem" : FormattableString.Invariant($"{Problems.Count} problems, first: {Problems[0]}"))}");
}
