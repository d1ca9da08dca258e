namespace Lcra.Hydromet.Replay;

/// <summary>One answer of a recording.</summary>
public sealed class RecordedAnswer
{
    /// <summary>Gets the path below the base address, such as <c>media/Rainfall.csv</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the body.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Gets how true the answer is to what LCRA sent; the default is <see cref="RecordingOrigin.Captured"/>.</summary>
    public RecordingOrigin Origin { get; init; }

    /// <summary>Gets the media type, by the ending of the path: <c>text/csv</c>, else <c>application/json</c>.</summary>
    public string MediaType => Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? "text/csv" : "application/json";
}
