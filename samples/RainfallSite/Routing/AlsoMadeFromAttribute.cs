namespace RainfallSite.Routing;

/// <summary>Marks a route whose responses are made from more than the current reports, which their tag then names too.</summary>
/// <param name="sources">The other sources.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AlsoMadeFromAttribute(OtherSources sources) : Attribute
{
    /// <summary>Gets the other sources.</summary>
    public OtherSources Sources { get; } = sources;
}
