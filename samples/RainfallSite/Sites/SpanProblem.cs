namespace RainfallSite.Sites;

/// <summary>Why a span that a visitor asked for cannot be shown.</summary>
internal enum SpanProblem
{
    None,
    Unreadable,
    Backwards,
    TooLong,
    InTheFuture,
}
