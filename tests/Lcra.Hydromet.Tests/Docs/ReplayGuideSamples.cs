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

    public static async Task Record(IServiceCollection services, string folder, TextWriter Console)
    {
        services.AddHydrometClient().RecordTo(folder);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<HydrometClient>().GetLakeLevelsAsync();
        HydrometRecording recording = HydrometRecording.FromFolder(folder);
        Console.WriteLine($"{recording.Responses[0].Path} {recording.Responses[0].StatusCode}");
    }
}
