using System.Net;
using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>LCRA's response is unavailable: the request failed, was rejected or timed out.</summary>
/// <remarks>A cancellation by the caller is never turned into this exception.</remarks>
[JsonConverter(typeof(HydrometExceptionJsonConverter))]
public class HydrometException : Exception
{
    /// <summary>Initializes a new instance without details of a request.</summary>
    public HydrometException()
    {
    }

    /// <summary>Initializes a new instance with a message.</summary>
    /// <param name="message">What happened and what to do.</param>
    public HydrometException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance with a message and a cause.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public HydrometException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the kind of failure.</summary>
    public HydrometFailureKind Kind { get; init; }

    /// <summary>Gets the feed that failed; null when several did, or none is known. Several are inner exceptions of an <see cref="AggregateException"/>.</summary>
    public HydrometFeed? Feed { get; init; }

    /// <summary>Gets the requested address; null when no single request is the cause.</summary>
    public Uri? RequestUri { get; init; }

    /// <summary>Gets the HTTP status of the response, or of the refusal for which a shared cache returned its last good response; null without a response.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Gets the delay that LCRA asked for in <c>Retry-After</c>; null without one.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets a value indicating whether a retry of the same request can succeed.</summary>
    public bool IsTransient { get; init; }
}
