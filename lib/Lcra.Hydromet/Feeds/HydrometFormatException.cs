namespace Lcra.Hydromet;

/// <summary>A feed was downloaded, but it is malformed and cannot be read without guessing at numbers.</summary>
public sealed class HydrometFormatException : HydrometException
{
    /// <summary>Initializes a new instance without details of a feed.</summary>
    public HydrometFormatException()
    {
        Kind = HydrometFailureKind.Unreadable;
    }

    /// <summary>Initializes a new instance with a message.</summary>
    /// <param name="message">What was expected and what was found.</param>
    public HydrometFormatException(string message)
        : base(message)
    {
        Kind = HydrometFailureKind.Unreadable;
    }

    /// <summary>Initializes a new instance with a message and a cause.</summary>
    /// <param name="message">What was expected and what was found.</param>
    /// <param name="innerException">The cause.</param>
    public HydrometFormatException(string message, Exception? innerException)
        : base(message, innerException)
    {
        Kind = HydrometFailureKind.Unreadable;
    }

    /// <summary>Gets the line of the feed, the header being line 1; null when the whole feed is malformed.</summary>
    public long? Line { get; init; }

    /// <summary>
    /// Gets the column that is missing or cannot be read, in JSON its path such as <c>$.records[3].dateTime</c>;
    /// null when no single column is the cause.
    /// </summary>
    public string? Column { get; init; }

    /// <summary>Gets the text that was found, shortened; null without one.</summary>
    public string? Value { get; init; }
}
