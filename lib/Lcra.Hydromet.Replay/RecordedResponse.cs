using System.Collections.ObjectModel;
using System.Net;

namespace Lcra.Hydromet.Replay;

/// <summary>One response of a recording.</summary>
public sealed class RecordedResponse
{
    /// <summary>Gets the path below the base address, such as <c>media/Rainfall.csv</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the body.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Gets how the response relates to what LCRA sent; the default is <see cref="Provenance.Captured"/>.</summary>
    public Provenance Origin { get; init; }

    /// <summary>Gets the status; the default is 200.</summary>
    public HttpStatusCode StatusCode { get; init; } = HttpStatusCode.OK;

    /// <summary>Gets the headers that are replayed, such as <c>Retry-After</c>, each with its value as text; the default is none.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Gets when a <see cref="RecordingHandler"/> recorded the response; null when that is unknown.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>Gets the media type by the extension of the path: <c>text/csv</c>, otherwise <c>application/json</c>.</summary>
    public string MediaType => Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? "text/csv" : "application/json";

    internal bool IsReplayedVerbatim => RecordedAt is not null || StatusCode != HttpStatusCode.OK || Headers.Count > 0;
}
