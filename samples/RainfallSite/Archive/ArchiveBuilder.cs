namespace RainfallSite.Archive;

/// <summary>Registers the archive, where one is configured or the site serves a recording. Without one the site shows no histories and requests none.</summary>
internal static class ArchiveBuilder
{
    public static void AddArchive(this WebApplicationBuilder builder, bool isRecording)
    {
        if ((ArchiveSettings.Read(builder.Configuration) ?? (isRecording ? ArchiveSettings.OfRecording() : null)) is not { } settings)
        {
            return;
        }

        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<SiteArchive>();
        if (!settings.IsRecording)
        {
            builder.Services.AddSingleton<ArchiveWatch>();
            builder.Services.AddHostedService(services => services.GetRequiredService<ArchiveWatch>());
        }

        if (settings.Fill)
        {
            builder.Services.AddSingleton<ArchiveFilling>();
            builder.Services.AddHostedService(services => services.GetRequiredService<ArchiveFilling>());
        }
    }
}
