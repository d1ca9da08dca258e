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

    [Fact]
    public async Task A_content_that_writes_single_bytes_loses_none()
    {
        using HttpResponseMessage response = Written(async (stream, cancellationToken) =>
        {
            stream.WriteByte((byte)'1');
            await stream.WriteAsync("2"u8.ToArray(), cancellationToken);
            stream.Write("3"u8);
            stream.WriteByte((byte)'4');
        });

        LoadedContent content = await BoundedBody.LoadAsync(response, new BodyBuffers(), maxBytes: 4, CancellationToken.None);

        Assert.Equal("1234", await content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_content_of_single_bytes_ends_at_the_limit()
    {
        using HttpResponseMessage response = Written((stream, _) =>
        {
            for (int i = 0; i < 5; i++)
            {
                stream.WriteByte((byte)'1');
            }

            return Task.CompletedTask;
        });

        HttpRequestException failure = await Assert.ThrowsAsync<HttpRequestException>(() => BoundedBody.LoadAsync(response, new BodyBuffers(), maxBytes: 4, CancellationToken.None));

        Assert.Equal(HttpRequestError.ConfigurationLimitExceeded, failure.HttpRequestError);
    }

    [Fact]
    public async Task A_content_that_goes_on_writing_behind_its_end_changes_nothing()
    {
        Stream? kept = null;
        using HttpResponseMessage response = Written(async (stream, cancellationToken) => await (kept = stream).WriteAsync("rain"u8.ToArray(), cancellationToken));
        LoadedContent content = await BoundedBody.LoadAsync(response, new BodyBuffers(), maxBytes: 100, CancellationToken.None);

        Assert.Throws<ObjectDisposedException>(() => kept!.Write("fall"u8));

        using BodyBuffer body = content.Detach();
        Assert.Equal("rain"u8.ToArray(), body.Memory.ToArray());
    }

    [Fact]
    public async Task The_array_of_a_canceled_body_is_not_used_again_because_a_copy_may_still_write_into_it()
    {
        BodyBuffers buffers = new();
        byte[] array = buffers.Rent(Large);
        buffers.Return(array);
        using HttpResponseMessage response = Written((_, _) => Task.FromException(new OperationCanceledException()));

        await Assert.ThrowsAsync<OperationCanceledException>(() => BoundedBody.LoadAsync(response, buffers, Large, CancellationToken.None));

        Assert.NotSame(array, buffers.Rent(Large));
    }

    [Fact]
    public async Task A_response_that_a_handler_hands_out_twice_is_read_once()
    {
        using HttpResponseMessage shared = new(HttpStatusCode.OK) { Content = new ByteArrayContent(FeedFile.Read(HydrometFeed.LakeLevels, "plain")) };
        using HttpClient http = new(new AnsweringHandler(() => shared)) { BaseAddress = new Uri("https://example.org/") };
        using HydrometClient client = new(http);
        await client.GetLakeLevelsAsync();

        HydrometException failure = await Assert.ThrowsAsync<HydrometException>(() => client.GetLakeLevelsAsync());

        Assert.Contains("a response of its own", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_has_one_owner_and_one_only()
    {
        using HttpResponseMessage response = Response("rain"u8.ToArray(), lengthIsKnown: true);
        LoadedContent content = await BoundedBody.LoadAsync(response, new BodyBuffers(), Large, CancellationToken.None);
        using BodyBuffer body = content.Detach();

        Assert.Throws<InvalidDataException>(content.Detach);
    }

    private static HttpResponseMessage Written(Func<Stream, CancellationToken, Task> write) => new(HttpStatusCode.OK) { Content = new WritingContent(write) };

    private static HttpResponseMessage Response(byte[] body, bool lengthIsKnown)
    {
        HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentLength = lengthIsKnown ? body.Length : null;
        return response;
    }

    private sealed class WritingContent(Func<Stream, CancellationToken, Task> write) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => write(stream, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => write(stream, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class AnsweringHandler(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer());
    }
}
