using System.ComponentModel.DataAnnotations;

namespace Lcra.Hydromet;

/// <summary>Options of a <see cref="HydrometClient"/>. They are validated when the application starts.</summary>
public sealed class HydrometClientOptions
{
    /// <summary>LCRA's own address, <c>https://hydromet.lcra.org/</c>.</summary>
    public const string LcraAddress = "https://hydromet.lcra.org/";

    /// <summary>
    /// Gets or sets the address that the feeds are below (<c>{BaseAddress}media/Rainfall.csv</c>).
    /// The default is <see cref="LcraAddress"/>. A missing slash at the end is added.
    /// </summary>
    [Required]
    public Uri BaseAddress { get; set; } = new(LcraAddress);

    /// <summary>
    /// Gets or sets the maximum number of retries after the first attempt. The default is 2; 0 turns retries off.
    /// </summary>
    [Range(0, 10)]
    public int MaxRetryAttempts { get; set; } = 2;

    /// <summary>Gets or sets the delay before the first retry, which doubles with each retry and has jitter. The default is half a second.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Gets or sets the timeout of one attempt, including the body. The default is 10 seconds.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets the timeout of a download with all its retries and delays. The default is 30 seconds.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the maximum size of a decompressed response in bytes. The default is 16 MiB.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxResponseBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// Gets or sets how LCRA can reach the operator of the program, such as a web page or an email address; it is sent in the
    /// User-Agent, so it is printable ASCII without a backslash. Null, the default, names only the library.
    /// </summary>
    [StringLength(200)]
    public string? Contact { get; set; }

    internal HydrometClientOptions Copy() => (HydrometClientOptions)MemberwiseClone();
}
