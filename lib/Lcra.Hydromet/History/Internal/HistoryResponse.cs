using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet.History.Internal;

/// <summary>The response for one window of a history, with what proves where its records come from.</summary>
/// <param name="Address">The requested address.</param>
/// <param name="Response">The response, whose body was read.</param>
/// <param name="Sha256">The SHA-256 of the decoded body, as hexadecimal digits.</param>
/// <param name="Rows">The number of records of the requested days in the response, doubles included.</param>
/// <param name="Records">The records of the requested days, oldest first, no two of the same time.</param>
internal sealed record HistoryResponse(Uri Address, FeedResponse Response, string Sha256, int Rows, IReadOnlyList<HistoryRecord> Records);
