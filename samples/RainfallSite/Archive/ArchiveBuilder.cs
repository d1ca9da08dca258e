namespace RainfallSite.Archive;

/// <summary>Registers the archive, where one is configured.</summary>
internal static class ArchiveBuilder
{
    public static void AddArchive(this WebApplicationBuilder builder)
    {
        if (ArchiveSettings.Read(builder.Configuration) is { } settings)
        {
            builder.Services.AddSingleton(settings);
            builder.Services.AddSingleton<SiteArchive>();
        }
    }
}
