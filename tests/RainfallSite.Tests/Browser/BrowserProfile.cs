using Microsoft.Playwright;

namespace RainfallSite.Tests.Browser;

/// <summary>The browser of a visitor: window width, language, colors and permissions.</summary>
internal sealed record BrowserProfile
{
    public const int PhoneWidth = 360;
    public const int DeskWidth = 1280;

    public int Width { get; init; } = DeskWidth;

    public string Language { get; init; } = "en";

    public bool Dark { get; init; }

    public bool RunsScript { get; init; } = true;

    /// <summary>Gets the location that the site can read; null when it has no permission.</summary>
    public (float Latitude, float Longitude)? Place { get; init; }

    public BrowserNewContextOptions ToOptions(Uri site) => new()
    {
        BaseURL = site.ToString(),
        ViewportSize = new() { Width = Width, Height = Width == PhoneWidth ? 740 : 900 },
        Locale = Language,
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        JavaScriptEnabled = RunsScript,
        Geolocation = Place is { } place ? new() { Latitude = place.Latitude, Longitude = place.Longitude } : null,
        Permissions = Place is null ? [] : ["geolocation"],
    };
}
