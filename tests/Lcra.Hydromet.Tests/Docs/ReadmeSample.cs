using System.Diagnostics.CodeAnalysis;

namespace Lcra.Hydromet.Tests.Docs;

/// <summary>The README's code, compiled. Its console is a parameter so that a test can read what it prints.</summary>
internal static class ReadmeSample
{
    [SuppressMessage("Performance", "CA1849", Justification = "The README writes to the console.")]
    public static async Task RunAsync(HydrometClient client, TextWriter Console)
    {
        try
        {
            RainfallReport report = await client.GetRainfallAsync();
            RainfallTotal? total = report.Find(SiteId.Parse("3018"))?[RainfallPeriod.TwentyFourHours];
            Console.WriteLine(total is null ? "There is no such gauge." : total.ToString());
        }
        catch (HydrometException failure)
        {
            Console.WriteLine(failure.Message);
        }
    }
}
