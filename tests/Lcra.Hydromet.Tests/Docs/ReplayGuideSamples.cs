using System.Diagnostics.CodeAnalysis;
using Lcra.Hydromet.Replay;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.Tests.Docs;

/// <summary>The code of docs/testing-with-replay.md, one method a block and in its order.</summary>
[SuppressMessage("Performance", "CA1849", Justification = "The guide writes to the console.")]
internal static class ReplayGuideSamples
{
    public static async Task Replay(IServiceCollection services, string folder, TextWriter Console)
    {
        services.AddHydrometClient().UseReplay();
        await using ServiceProvider provider = services.BuildServiceProvider();
        RainfallReport report = await provider.GetRequiredService<HydrometClient>().GetRainfallAsync();
        Console.WriteLine(report.Find(SiteId.Parse("3018"))?[RainfallPeriod.OneHour].Inches);
    }

    public static async Task Clock(IServiceCollection services, string folder, TextWriter Console)
    {
        HydrometRecording storm = HydrometRecording.StormOfOctober2026();
        services.AddHydrometClient().UseReplay(storm, new ReplayClock(storm.RecordedAt.AddHours(3)));
        await using ServiceProvider provider = services.BuildServiceProvider();
        RainfallReport report = await provider.GetRequiredService<HydrometClient>().GetRainfallAsync();
        RainfallTotal? total = report.Find(SiteId.Parse("3018"))?[RainfallPeriod.OneHour];
        Console.WriteLine(total?.Source.FetchedAt - total?.Source.ReportedAt);
    }

    public static async Task Edited(IServiceCollection services, string folder, TextWriter Console)
    {
        HydrometRecording flood = HydrometRecording.StormOfOctober2026()
            .With(SiteId.Parse("3018"), RainfallPeriod.OneHour, 3.50m)
            .WithMissing(SiteId.Parse("3018"), RainfallPeriod.SixHours)
            .WithFailure(HydrometFeed.FiveDayRainfall, 404);
        using HttpClient http = new(new ReplayHandler(flood));
        using HydrometClient client = new(http, timeProvider: new ReplayClock(flood.RecordedAt));
        RainfallGauge gauge = (await client.GetRainfallAsync()).Find(SiteId.Parse("3018"))!;
        Console.WriteLine(gauge[RainfallPeriod.OneHour].Inches);
        Console.WriteLine(gauge[RainfallPeriod.SixHours].Missing);
        Console.WriteLine(gauge[RainfallPeriod.OneDayAgo].Missing);
    }

    public static async Task Record(IServiceCollection services, string folder, TextWriter Console)
    {
        services.AddHydrometClient().RecordTo(folder);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<HydrometClient>().GetLakeLevelsAsync();
        HydrometRecording recording = HydrometRecording.FromFolder(folder);
        Console.WriteLine($"{recording.Responses[0].Path} {recording.Responses[0].StatusCode}");
    }
}
