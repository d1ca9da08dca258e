namespace Lcra.Hydromet;

/// <summary>The types of the values in exported columns.</summary>
public enum ExportColumnType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A local day in Central time, as <c>2026-10-02</c>.</summary>
    Day,

    /// <summary>An instant in UTC, as <c>2026-10-02T11:55:00Z</c>.</summary>
    UtcTime,

    /// <summary>An instant in Central time with its offset, as <c>2026-10-02T06:55:00-05:00</c>.</summary>
    CentralTime,
}
