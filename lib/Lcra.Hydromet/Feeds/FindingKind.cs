using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>What kind of thing a <see cref="Finding"/> is about.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FindingKind>))]
public enum FindingKind
{
    /// <summary>A feed is unavailable or invalid, and its totals are missing.</summary>
    FeedUnavailable,

    /// <summary>The last refresh of a feed failed, and its rows are those of an earlier download.</summary>
    RefreshFailed,

    /// <summary>A cell holds something that is not an amount or not a time; the value is missing.</summary>
    UnreadableValue,

    /// <summary>A row has too few or too many fields, so none of its values can be trusted; all are missing.</summary>
    UnreadableRow,

    /// <summary>A row has no usable site number and was left out.</summary>
    SkippedRow,

    /// <summary>A feed has a site twice. The row with a value counts, then the newer, then the later.</summary>
    DuplicateSite,

    /// <summary>The feed ends in the middle of a line.</summary>
    TruncatedFeed,

    /// <summary>The header has a column that the library does not know.</summary>
    UnexpectedColumn,

    /// <summary>The header lacks a column that the library can do without.</summary>
    MissingColumn,

    /// <summary>The header names a column twice; the first one counts.</summary>
    DuplicateColumn,

    /// <summary>The columns are in an unexpected order; they were read by name.</summary>
    MovedColumn,

    /// <summary>Column names were not recognised and the columns were read by position.</summary>
    ColumnsByPosition,

    /// <summary>The dates in a header do not fit its report date.</summary>
    HeaderDatesDiffer,

    /// <summary>The header has no report time; the newest observation time is used.</summary>
    ReportTimeAssumed,

    /// <summary>The feeds of one report are from different local days.</summary>
    ReportDaysDiffer,

    /// <summary>Two totals that must be the same are not; both values are in the finding and neither was changed.</summary>
    TotalsDisagree,

    /// <summary>A longer window has less rain than a shorter one inside it; LCRA's month-class totals lag by an hour or so.</summary>
    LongerWindowHasLess,

    /// <summary>A reading is stamped later than its report, or than now, by more than five minutes; its observation time is not used.</summary>
    FutureObservation,

    /// <summary>A feed has lost more than a tenth of the gauges of the last accepted one; it was accepted after three downloads agreed.</summary>
    GaugesLost,

    /// <summary>A download had an older report than the one in use, which stays.</summary>
    OlderReport,

    /// <summary>An amount has more decimals than any gauge counts, and no rounding explains them; it stays as it is.</summary>
    UnevenValue,

    /// <summary>The bytes of a feed are not UTF-8. They were read as another encoding; names may be wrong, numbers are not affected.</summary>
    NotUtf8,

    /// <summary>A name had characters that readers cannot see, such as controls or a change of direction; they were removed.</summary>
    HiddenCharacters,

    /// <summary>A site's coordinates lie outside Texas; it has none in the report.</summary>
    OutsideTexas,

    /// <summary>A history has two records of one time with different values. The one with a value counts, then the later.</summary>
    DuplicateTime,
}
