using System.Net;
using Lcra.Hydromet.Http.Internal;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Http;

/// <summary>The memory of bodies: one array at a time, used again and again.</summary>
public class BodyBufferTests
{
    private const int Large = 8 * 1024 * 1024;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Bodies_one_after_the_other_are_in_the_same_array(bool lengthIsKnown)
    {
        BodyBuffers buffers = new();
        byte[] array = buffers.Rent(Large);
        buffers.Return(array);
        for (int i = 0; i < 5; i++)
        {
            using HttpResponseMessage response = Response(new byte[Large - i], lengthIsKnown);

            LoadedContent content = await BoundedBody.LoadAsync(response, buffers, Large, CancellationToken.None);

            using BodyBuffer body = content.Detach();
            Assert.Equal((Large - i, true), (body.Length, ReferenceEquals(array, body.Array)));
        }
    }

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
    public void A_body_that_grows_keeps_its_bytes_and_ends_at_the_limit()
    {
        using BodyBuffer body = new(new BodyBuffers(), maxBytes: 100_000);
        byte[] sent = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i % 251))];
        foreach (byte[] part in sent.Chunk(777))
        {
            body.Write(part);
        }

        Assert.Equal(sent, body.Memory.ToArray());
        Assert.Equal(HttpRequestError.ConfigurationLimitExceeded, Assert.Throws<HttpRequestException>(() => body.Write("1"u8)).HttpRequestError);
        Assert.Equal(HttpRequestError.ConfigurationLimitExceeded, Assert.Throws<HttpRequestException>(() => body.Advance(1)).HttpRequestError);
    }

    [Fact]
    public void A_body_that_was_disposed_of_cannot_be_read()
    {
        BodyBuffer body = new(new BodyBuffers(), maxBytes: 10);
        body.Dispose();
        body.Dispose();

        Assert.Throws<ObjectDisposedException>(() => body.Memory);
    }

    [Fact]
    public void Two_bodies_at_a_time_have_different_arrays_even_after_one_was_disposed_of_twice()
    {
        BodyBuffers buffers = new();
        BodyBuffer old = new(buffers, maxBytes: 10);
        old.Dispose();
        old.Dispose();
        using BodyBuffer one = new(buffers, maxBytes: 10);
        using BodyBuffer other = new(buffers, maxBytes: 10);

        Assert.NotSame(one.Array, other.Array);
    }

    [Fact]
    public async Task A_response_that_is_open_keeps_its_array_and_a_closed_one_gives_it_to_the_next()
    {
        BodyBuffers buffers = new();
        byte[] array = buffers.Rent(Large);
        buffers.Return(array);
        HttpResponseMessage response = Response("rain"u8.ToArray(), lengthIsKnown: true);
        Stream stream = await (await BoundedBody.LoadAsync(response, buffers, Large, CancellationToken.None)).ReadAsStreamAsync();

        Assert.NotSame(array, buffers.Rent(Large));
        response.Dispose();
        Assert.Same(array, buffers.Rent(Large));
        Assert.False(stream.CanRead, "A stream over the array is open.");
    }

    private static HttpResponseMessage Response(byte[] body, bool lengthIsKnown)
    {
        HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentLength = lengthIsKnown ? body.Length : null;
        return response;
    }
}
