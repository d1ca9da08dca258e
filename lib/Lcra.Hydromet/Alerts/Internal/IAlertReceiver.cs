namespace Lcra.Hydromet.Alerts.Internal;

/// <summary>Who gets alerts.</summary>
internal interface IAlertReceiver
{
    /// <summary>Gets the receiver's name for messages, without secrets.</summary>
    string Name { get; }

    /// <summary>Makes one attempt.</summary>
    /// <exception cref="AlertException">The receiver did not get the alert.</exception>
    Task DeliverAsync(RainfallChange change, CancellationToken cancellationToken);
}
