using System.Globalization;

namespace Lcra.Hydromet.Archive;

/// <summary>What a response changed in the archive.</summary>
public sealed class ArchiveWriteResult
{
    /// <summary>Gets the number of values that are new.</summary>
    public required int Added { get; init; }

    /// <summary>Gets the number of values that LCRA corrected. The version before is still in the archive.</summary>
    public required int Corrected { get; init; }

    /// <summary>Gets the number of values that the archive had already.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Gets the number of values inside the window that are in the archive and no longer in LCRA's response. They stay.</summary>
    public required int Withdrawn { get; init; }

    /// <summary>Gets the data-quality findings: values finer than a hundredth, which are rounded, and values that no gauge measures, which are missing. At most 100.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Writes the counts on one line.</summary>
    /// <returns>The counts.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Added} added, {Corrected} corrected, {Unchanged} unchanged, {Withdrawn} withdrawn, {Findings.Count} findings");
}
