using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.Tests.Docs;

/// <summary>The code of the replay package's README, compiled. Its console is a parameter so that a test can read what it prints.</summary>
internal static class ReplayReadmeSample
{
    [SuppressMessage("Performance", "CA1849", Justification = "The README writes to the console.")]
    public static async Task RunAsync(TextWriter Console)
    {
        using ServiceProvider services = new ServiceCollection().AddHydrometClient().UseReplay().Services.BuildServiceProvider();
        HydrometClient client = services.GetRequiredService<HydrometClient>();
        RainfallReport report = await client.GetRainfallAsync();
        RainfallTotal? total = report.Find(SiteId.Parse("3018"))?[RainfallPeriod.TwentyFourHours];
        Console.WriteLine(total is null ? "There is no such gauge." : total.ToString());
    }
}
