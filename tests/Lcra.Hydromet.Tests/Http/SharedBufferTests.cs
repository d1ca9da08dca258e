using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Lcra.Hydromet.History.Internal;
using Lcra.Hydromet.Http.Internal;
using Lcra.Hydromet.Telemetry.Internal;
using Lcra.Hydromet.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace Lcra.Hydromet.Tests.Http;

/// <summary>Many downloads at a time of different bodies, whole, cut, refused and canceled: what is read is what was sent.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Made readings are no secret.")]
public class SharedBufferTests(ITestOutputHelper output)
{
    private const int Gauges = 40;
    private static readonly DateOnly Day = new(2026, 10, 1);
    private static readonly byte[][] Bodies = [.. Enumerable.Range(0, Gauges).Select(Made)];
    private static readonly string[] Digests = [.. Bodies.Select(body => Convert.ToHexString(SHA256.HashData(body)))];

    [Fact]
    public Task Downloads_at_a_time_never_read_the_body_of_another() => RunAsync(TimeSpan.Zero, downloads: 200);

    [Fact]
    [Trait("Category", "Nightly")]
    public Task Downloads_over_a_minute_never_read_the_body_of_another() => RunAsync(TimeSpan.FromMinutes(1), downloads: 200);

    private async Task RunAsync(TimeSpan duration, int downloads)
    {
        HydrometClientOptions options = new() { BaseAddress = new Uri("https://example.org/"), MaxRetryAttempts = 1, RetryDelay = TimeSpan.Zero };
        using HydrometResilienceHandler handler = new(options, TimeProvider.System, NullLoggerFactory.Instance, HydrometMetrics.Shared)
        {
            InnerHandler = new DecodingHandler(options.MaxResponseBytes) { InnerHandler = new UnreliableHandler() },
        };
        using HttpClient http = new(handler) { BaseAddress = options.BaseAddress };
        using HydrometClient client = new(http);
        int[] ends = new int[3];
        long started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(worker => Task.Run(async () =>
        {
            Random random = new(worker);
            while (Interlocked.Decrement(ref downloads) >= 0 || Stopwatch.GetElapsedTime(started) < duration)
            {
                Interlocked.Increment(ref ends[await EndAsync(client, random)]);
            }
        })));

        Assert.All(ends, count => Assert.InRange(count, 1, int.MaxValue));
        output.WriteLine($"Read {ends[0]}, failed {ends[1]}, canceled {ends[2]}.");
    }

    private static async Task<int> EndAsync(HydrometClient client, Random random)
    {
        int gauge = random.Next(Gauges);
        SiteId site = new("LCRA", (gauge + 1).ToString(CultureInfo.InvariantCulture));
        using CancellationTokenSource stop = new();
        if (random.Next(8) == 0)
        {
            stop.CancelAfter(TimeSpan.FromMilliseconds(random.Next(3)));
        }

        try
        {
            if (random.Next(2) == 0)
            {
                HistoryResponse response = await client.GetHistoryResponseAsync(site, HistoryParameter.Rain, Day, Day.AddDays(99), findings: null, stop.Token);
                Assert.Equal(Digests[gauge], response.Sha256);
                AssertRecords(gauge, response.Records);
            }
            else
            {
                AssertRecords(gauge, await client.GetHistoryAsync(site, HistoryParameter.Rain, Day, Day.AddDays(99), cancellationToken: stop.Token).ToListAsync(CancellationToken.None));
            }

            return 0;
        }
        catch (HydrometException)
        {
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 2;
        }
    }

    private static void AssertRecords(int gauge, IReadOnlyList<HistoryRecord> records)
    {
        Assert.Equal(Count(gauge), records.Count);
        Assert.All(records, record => Assert.Equal(gauge + 0.25m, record.Value1));
    }

    // From a few kilobytes, which are in the smallest array, to some that make an array grow.
    private static int Count(int gauge) => 40 + (gauge * 60);

    private static byte[] Made(int gauge)
    {
        StringBuilder json = new("{\"siteNumber\":\"1\",\"records\":[");
        DateTimeOffset first = CentralTime.StartOfDay(Day);
        for (int i = Count(gauge) - 1; i >= 0; i--)
        {
            json.Append(CultureInfo.InvariantCulture, $"{{\"dateTime\":\"{CentralTime.At(first.AddMinutes(15 * i)):yyyy-MM-ddTHH:mm:sszzz}\",\"value1\":{gauge}.25}}{(i == 0 ? "" : ",")}");
        }

        return Encoding.UTF8.GetBytes(json.Append("]}").ToString());
    }

    private sealed class UnreliableHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            byte[] body = Bodies[GaugeOf(request.RequestUri!)];
            int fate = Random.Shared.Next(20);
            if (fate == 0)
            {
                return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = new ByteArrayContent(body) };
            }

            string? coding = Random.Shared.Next(4) switch { 0 => "gzip", 1 => "br", _ => null };
            byte[] sent = coding is null ? body : Encode(coding, body);
            HttpContent content = new StreamContent(new SlowStream(sent, fails: fate == 1, length: fate == 2 ? sent.Length / 2 : sent.Length), bufferSize: 4_096);
            content.Headers.ContentLength = Random.Shared.Next(2) == 0 ? sent.Length : null;
            if (coding is not null)
            {
                content.Headers.ContentEncoding.Add(coding);
            }

            return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
        }

        private static int GaugeOf(Uri address) =>
            int.Parse(address.AbsolutePath.Split('/').First(part => int.TryParse(part, CultureInfo.InvariantCulture, out _)), CultureInfo.InvariantCulture) - 1;

        private static byte[] Encode(string coding, byte[] body)
        {
            using MemoryStream coded = new();
            using (Stream stream = coding == "br" ? new BrotliStream(coded, CompressionLevel.Fastest) : new GZipStream(coded, CompressionLevel.Fastest))
            {
                stream.Write(body);
            }

            return coded.ToArray();
        }
    }

    private sealed class SlowStream(byte[] body, bool fails, int length) : MemoryStream(body, 0, length)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            return fails && Position > Length / 3 ? throw new IOException("The connection was reset.") : Read(buffer.Span);
        }

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            byte[] buffer = new byte[bufferSize];
            int count;
            while ((count = await ReadAsync(buffer, cancellationToken)) > 0)
            {
                await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }
        }
    }
}
