using System.Globalization;
using Lcra.Hydromet.Collections.Internal;
using Lcra.Hydromet.Exports.Internal;

namespace Lcra.Hydromet;

/// <summary>
/// The readings of several sites at one instant, as a row of a wide table. Sites are read at different times: a site without a reading at the
/// instant of another one has no value there, and nothing is interpolated.
/// </summary>
public sealed record ReadingRow
{
    /// <summary>Gets when the sites were read.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the value of each site, in the unit of the table; null when the site was not read at this instant, and when its reading has no value.</summary>
    public required IReadOnlyList<decimal?> Values { get; init => field = ValueList<decimal?>.Of(value); }

    /// <summary>
    /// Makes the rows of accumulated rainfall: for each gauge the rain in inches of the step that ends at the instant, which began at the gauge's
    /// own reading before, whatever rows are between. The sum of a gauge's values is the total of its steps.
    /// </summary>
    /// <param name="gauges">The steps of each gauge, oldest first. They are read side by side.</param>
    /// <param name="cancellationToken">Cancels the steps.</param>
    /// <returns>A row for each instant of any gauge, oldest first.</returns>
    /// <exception cref="ArgumentException">While reading: the records of a site are not in order.</exception>
    public static IAsyncEnumerable<ReadingRow> OfAsync(IEnumerable<IAsyncEnumerable<RainfallStep>> gauges, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(gauges);
        return ReadingRows.MergeAsync(gauges, step => step.At, step => step.Inches, cancellationToken);
    }

    /// <summary>Makes the rows of stage in feet above each gauge's own zero.</summary>
    /// <param name="sites">The readings of each site, oldest first. They are read side by side.</param>
    /// <param name="cancellationToken">Cancels the readings.</param>
    /// <returns>A row for each instant of any site, oldest first.</returns>
    /// <inheritdoc cref="OfAsync(IEnumerable{IAsyncEnumerable{RainfallStep}}, CancellationToken)" path="/exception"/>
    public static IAsyncEnumerable<ReadingRow> OfAsync(IEnumerable<IAsyncEnumerable<StreamReading>> sites, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sites);
        return ReadingRows.MergeAsync(sites, reading => reading.ObservedAt, reading => reading.StageFeet, cancellationToken);
    }

    /// <summary>Makes the rows of headwater elevation, which is the level of the lake, in feet above mean sea level.</summary>
    /// <param name="dams">The readings of each dam, oldest first. They are read side by side.</param>
    /// <param name="cancellationToken">Cancels the readings.</param>
    /// <returns>A row for each instant of any dam, oldest first.</returns>
    /// <inheritdoc cref="OfAsync(IEnumerable{IAsyncEnumerable{RainfallStep}}, CancellationToken)" path="/exception"/>
    public static IAsyncEnumerable<ReadingRow> OfAsync(IEnumerable<IAsyncEnumerable<LakeReading>> dams, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dams);
        return ReadingRows.MergeAsync(dams, reading => reading.ObservedAt, reading => reading.HeadwaterElevationFeet, cancellationToken);
    }

    /// <summary>Formats the time and its values on one line.</summary>
    /// <returns>Time and values.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{At:yyyy-MM-dd HH:mm zzz}: {string.Join(", ", Values.Select(value => value is null ? "no value" : FormattableString.Invariant($"{value}")))}");
}
