using System.ComponentModel;

namespace RainfallSite.Api.Description;

[Description("Where a total comes from.")]
internal sealed record SourceResponse(
    [property: Description("LCRA's feed, such as Rainfall.csv.")] string Feed,
    [property: Description("The column as the feed's header spells it; null when the feed or the column is missing.")] string? Column,
    [property: Description("When LCRA made the report, in Central time; null when the feed could not be read.")] DateTimeOffset? ReportedAt,
    [property: Description("When this site downloaded the feed, in Central time; null when it could not.")] DateTimeOffset? FetchedAt,
    [property: Description("True when the last refresh of the feed failed, or its report is more than 45 minutes old.")] bool Stale,
    [property: Description("True when the last refresh of the feed failed, so that the amount is of an earlier download.")] bool RefreshFailed);
