namespace RainfallSite.Settings;

/// <summary>The section <c>Hydromet</c> of the configuration: <c>Hydromet__Source</c> and so on in the environment.</summary>
internal sealed class SiteOptions
{
    public const string Section = "Hydromet";

    /// <summary>Gets or sets the source; without one, a base address means Live, and Development means Replay.</summary>
    public FeedSource? Source { get; set; }

    /// <summary>Gets or sets the address that the feeds are below; null for LCRA's own.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>Gets or sets a fixed time between refreshes; null to follow LCRA's 15-minute cycle.</summary>
    public TimeSpan? RefreshInterval { get; set; }

    public static SiteOptions Read(IConfiguration configuration)
    {
        SiteOptions options = configuration.GetSection(Section).Get<SiteOptions>() ?? new SiteOptions();
        if (options.BaseAddress is { IsAbsoluteUri: false } or { Scheme: not ("http" or "https") })
        {
            throw new InvalidOperationException($"{Section}__BaseAddress must be an absolute http or https address; it is '{options.BaseAddress}'.");
        }

        if (options.RefreshInterval is { } interval && (interval < TimeSpan.FromSeconds(1) || interval > TimeSpan.FromDays(1)))
        {
            throw new InvalidOperationException($"{Section}__RefreshInterval must be between one second and one day; it is {interval}.");
        }

        return options;
    }

    public FeedSource SourceIn(IHostEnvironment environment) =>
        Source ?? (BaseAddress is null && environment.IsDevelopment() ? FeedSource.Replay : FeedSource.Live);
}
