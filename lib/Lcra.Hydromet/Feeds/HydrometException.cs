using System.Net;

namespace Lcra.Hydromet;

/// <summary>LCRA's answer could not be had: the request failed, was refused or took too long.</summary>
/// <remarks>A cancellation that the caller asked for is never turned into this exception.</remarks>
public class HydrometException : Exception
{
    /// <summary>Initializes a new instance without facts about a request.</summary>
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

    /// <summary>Gets what went wrong, in one word.</summary>
    public HydrometFailureKind Kind { get; init; }

    /// <summary>Gets the address that was asked; null when no single request is to blame.</summary>
    public Uri? RequestUri { get; init; }

    /// <summary>Gets the status of the answer; null when there was no answer.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Gets how long LCRA asked to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets a value indicating whether the same request may well succeed later.</summary>
    public bool IsTransient { get; init; }
}
