using System.Diagnostics.CodeAnalysis;

namespace Lcra.Hydromet.Alerts.Internal;

/// <summary>A receiver did not get an alert.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It is internal to the library.")]
[SuppressMessage("Design", "CA1064", Justification = "It is internal to the library.")]
internal sealed class AlertException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Gets a value indicating whether another attempt may succeed.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Gets how long the receiver asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
