namespace RainfallSite.Sites;

/// <summary>Why a requested span cannot be shown.</summary>
internal enum SpanProblem
{
    None,
    Unreadable,
    Backwards,
    TooLong,
    InTheFuture,
}
