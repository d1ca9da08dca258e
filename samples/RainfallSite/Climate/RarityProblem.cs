namespace RainfallSite.Climate;

/// <summary>Why a total is not ranked among the record's.</summary>
internal enum RarityProblem
{
    None,

    /// <summary>The gauge has no record in the archive.</summary>
    NoRecord,

    /// <summary>The record has calendar days, and the total's window is not made of them.</summary>
    MovingWindow,

    /// <summary>The month or year has no whole day yet.</summary>
    NoWholeDay,

    /// <summary>Days of the window have no amount.</summary>
    MissingDays,

    /// <summary>A day of the window is suspect.</summary>
    SuspectDay,

    /// <summary>The record has too few years.</summary>
    RecordTooShort,
}
