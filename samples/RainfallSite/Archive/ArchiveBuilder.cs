namespace RainfallSite.Archive;

/// <summary>Registers the archive, where one is configured; without one, the pace of the requests that visitors cause.</summary>
internal static class ArchiveBuilder
{
    public static void AddArchive(this WebApplicationBuilder builder, IHttpClientBuilder client, bool isLive)
    {
        if (ArchiveSettings.Read(builder.Configuration) is not { } settings)
        {
            if (isLive)
            {
                builder.Services.AddSingleton<HistoryPace>();
                client.AddHttpMessageHandler(services => services.GetRequiredService<HistoryPace>().CreateHandler());
            }

            return;
        }

        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<SiteArchive>();
        if (settings.Fill)
        {
            builder.Services.AddSingleton<ArchiveFilling>();
            builder.Services.AddHostedService(services => services.GetRequiredService<ArchiveFilling>());
        }
    }
}
