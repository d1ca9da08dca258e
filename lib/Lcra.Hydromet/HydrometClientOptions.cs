namespace Lcra.Hydromet;

/// <summary>Settings of a <see cref="HydrometClient"/>.</summary>
public sealed class HydrometClientOptions
{
    /// <summary>LCRA's own address, <c>https://hydromet.lcra.org/</c>.</summary>
    public const string LcraAddress = "https://hydromet.lcra.org/";

    /// <summary>
    /// Gets or sets the address that the feeds are below (<c>{BaseAddress}media/Rainfall.csv</c>).
    /// The default is <see cref="LcraAddress"/>. A missing slash at the end is added.
    /// </summary>
    public Uri BaseAddress { get; set; } = new(LcraAddress);
}
