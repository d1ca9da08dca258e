using System.Net;

namespace Lcra.Hydromet.Replay;

/// <summary>The response for a request.</summary>
internal sealed record ReplayedResponse(HttpStatusCode Status, string MediaType, ReadOnlyMemory<byte> Body)
{
    public IEnumerable<KeyValuePair<string, string>> Headers { get; init; } = [];
}
