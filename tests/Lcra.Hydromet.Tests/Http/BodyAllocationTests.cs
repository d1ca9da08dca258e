using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Http;

/// <summary>What the whole process allocates for large bodies; nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(BodyAllocationTests), DisableParallelization = true)]
[Collection(nameof(BodyAllocationTests))]
public class BodyAllocationTests
{
    private const int Large = 8 * 1024 * 1024;

    [Fact]
    public async Task Five_downloads_of_a_large_feed_allocate_less_than_two_bodies()
    {
        byte[] large = new byte[Large];
        large.AsSpan().Fill((byte)'\n');
        using HttpClient http = new(new StubFeedHandler().With(HydrometFeed.LakeLevels, large)) { BaseAddress = new Uri("https://example.org/") };
        using HydrometClient client = new(http);
        await Assert.ThrowsAsync<HydrometFormatException>(() => client.GetLakeLevelsAsync());
        long before = GC.GetTotalAllocatedBytes(precise: true);

        for (int i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<HydrometFormatException>(() => client.GetLakeLevelsAsync());
        }

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 2 * Large);
    }

    [Fact]
    public async Task Five_histories_that_cannot_be_read_allocate_less_than_two_bodies()
    {
        byte[] large = new byte[Large];
        large.AsSpan().Fill((byte)'\n');
        using HttpClient http = new(new BodyHandler(large)) { BaseAddress = new Uri("https://example.org/") };
        using HydrometClient client = new(http);
        DateOnly day = new(2026, 10, 1);
        Task ReadAsync() => Assert.ThrowsAsync<HydrometFormatException>(
            async () => await client.GetHistoryAsync(new SiteId("LCRA", "1"), HistoryParameter.Rain, day, day).ToArrayAsync());
        await ReadAsync();
        long before = GC.GetTotalAllocatedBytes(precise: true);

        for (int i = 0; i < 5; i++)
        {
            await ReadAsync();
        }

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 2 * Large);
    }

    private sealed class BodyHandler(byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(body) });
    }
}
