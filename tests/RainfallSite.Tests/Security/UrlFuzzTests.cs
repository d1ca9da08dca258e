using System.Globalization;
using System.Text;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Security;

/// <summary>Sends addresses that no link has, over real connections: routes crossed with hostile values, from a fixed seed.</summary>
public sealed class UrlFuzzTests : IDisposable
{
    private const int Connections = 8;
    private readonly SiteFixture _site = new();

    [Fact]
    public async Task No_address_is_a_500()
    {
        int requests = int.Parse(Environment.GetEnvironmentVariable("URL_FUZZ_REQUESTS") ?? "20000", CultureInfo.InvariantCulture);
        Uri site = await _site.ListenAsync();

        string[][] failures = await Task.WhenAll(Enumerable.Range(0, Connections).Select(connection => RunAsync(site, new HostileRequests(connection), requests / Connections)));

        Assert.Empty(failures.SelectMany(failed => failed));
    }

    public void Dispose() => _site.Dispose();

    private static async Task<string[]> RunAsync(Uri site, HostileRequests requests, int count)
    {
        List<string> failures = [];
        await using RawConnection connection = new(site);
        for (int i = 0; i < count && failures.Count < 5; i++)
        {
            string request = requests.Next();
            int status = await connection.SendAsync(Encoding.Latin1.GetBytes(request));
            if (status is < 200 or >= 500)
            {
                failures.Add($"{status}: {request}");
            }
        }

        return [.. failures];
    }
}
