using System.Security.Cryptography;
using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet.History.Internal;

/// <summary>The response for one window of a history, with what proves where its records come from.</summary>
/// <param name="Address">The requested address.</param>
/// <param name="Response">The response.</param>
/// <param name="Rows">The number of records of the requested days in the response, doubles included.</param>
/// <param name="Records">The records of the requested days, oldest first, no two of the same time.</param>
internal sealed record HistoryResponse(Uri Address, FeedResponse Response, int Rows, IReadOnlyList<HistoryRecord> Records)
{
    /// <summary>Gets the SHA-256 of the decoded body, as hexadecimal digits.</summary>
    public string Sha256 => Convert.ToHexString(SHA256.HashData(Response.Body!.Value.Span));
}
