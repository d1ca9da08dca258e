namespace Lcra.Hydromet.CommandLine;

/// <summary>One column of a table on a terminal.</summary>
internal sealed record TableColumn<T>(string Title, Func<T, string> Text)
{
    /// <summary>Gets a value indicating whether a value is never broken over two lines.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Gets a value indicating whether the values are numbers, which end at the same place.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Gets what tells whether a value asks for attention; null when none does.</summary>
    public Func<T, bool>? IsAlert { get; init; }
}
