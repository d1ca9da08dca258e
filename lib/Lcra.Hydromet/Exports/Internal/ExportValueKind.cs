namespace Lcra.Hydromet.Exports.Internal;

/// <summary>How the values of a column are written.</summary>
internal enum ExportValueKind
{
    /// <summary>A text as it is.</summary>
    Text,

    /// <summary>A site as <c>LCRA_3018</c>: JavaScript takes <c>LCRA:3018</c> for a year.</summary>
    Site,

    /// <summary>A source as <c>Rain5Day.csv: 10/01/2026</c>: alone, the header of a column can be a date or a duration.</summary>
    Source,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A local day.</summary>
    Day,

    /// <summary>An instant in UTC.</summary>
    Utc,

    /// <summary>An instant in Central time with its offset.</summary>
    Central,
}
