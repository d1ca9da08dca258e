namespace Lcra.Hydromet.Archive;

/// <summary>An archive could not be read or written. Nothing of the failed operation is in the archive, and everything before it is.</summary>
public sealed class HydrometArchiveException : HydrometException
{
    /// <summary>Initializes a new instance without details.</summary>
    public HydrometArchiveException()
    {
    }

    /// <summary>Initializes a new instance with a message.</summary>
    /// <param name="message">What happened and what to do.</param>
    public HydrometArchiveException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance with a message and a cause.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause, usually a <see cref="System.Data.Common.DbException"/>.</param>
    public HydrometArchiveException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets why the operation failed.</summary>
    public ArchiveFailureReason Reason { get; init; }
}
