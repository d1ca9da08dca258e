using System.IO.Compression;
using System.Text;
using Lcra.Hydromet.Http.Internal;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Http;

/// <summary>Compressed bodies: what is complete is read, and what is cut, damaged or mislabeled is a failure of that feed alone.</summary>
public class ContentCodingTests
{
    public static TheoryData<string, string> Broken
    {
        get
        {
            TheoryData<string, string> broken = [];
            foreach (string coding in new[] { "gzip", "br" })
            {
                foreach (string how in new[] { "plain", "cut at 10", "cut at half", "cut by 1", "cut by 8", "cut by 9", "damaged", "empty" })
                {
                    broken.Add(coding, how);
                }
            }

            broken.Add("deflate", "whole");
            broken.Add("zstd", "plain");
            broken.Add("identity, gzip", "plain");
            return broken;
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("BR")]
    [InlineData("identity, gzip")]
    [InlineData("gzip, br")]
    public async Task A_complete_body_is_read(string codings)
    {
        byte[] body = Rows();
        foreach (string coding in codings.Split(", "))
        {
            body = Encode(coding, body);
        }

        RainfallReport report = await ReportAsync(codings, body);

        Assert.Null(report.Feeds[0].Failure);
        Assert.Equal(2.81m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches);
    }

    [Fact]
    public async Task A_gzip_body_of_two_members_is_read_whole()
    {
        byte[] rows = Rows();

        RainfallReport report = await ReportAsync("gzip", [.. Encode("gzip", rows[..100]), .. Encode("gzip", rows[100..])]);

        Assert.Equal(2.81m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_body_fails_its_own_feed_after_retries(string coding, string how)
    {
        byte[] whole = how == "plain" ? Rows() : Encode(coding, Rows());
        byte[] body = how switch
        {
            "cut at 10" => whole[..10],
            "cut at half" => whole[..(whole.Length / 2)],
            "cut by 1" => whole[..^1],
            "cut by 8" => whole[..^8],
            "cut by 9" => whole[..^9],
            "damaged" => [.. whole[..(whole.Length / 2)], .. new byte[whole.Length / 2]],
            "empty" => [],
            _ => whole,
        };
        int asked = 0;

        RainfallReport report = await ReportAsync(coding, body, () => asked++);

        HydrometException failure = report.Feeds[0].Failure!;
        Assert.True(failure.Kind is HydrometFailureKind.Truncated or HydrometFailureKind.Unreadable, failure.Kind.ToString());
        Assert.Equal((true, 3), (failure.IsTransient, asked));
        Assert.Null(report.Feeds[1].Failure);
        Assert.Equal(1.62m, report.Total("3018", RainfallPeriod.OneDayAgo).Inches);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public void A_body_cut_at_any_byte_is_never_read(string coding)
    {
        byte[] whole = Encode(coding, Rows());
        for (int length = 0; length < whole.Length; length++)
        {
            byte[] cut = whole[..length];
            Assert.True(Record.Exception(() => Decode(coding, cut)) is IOException or InvalidDataException, $"{length} of {whole.Length}");
        }

        Assert.Equal(Rows(), Decode(coding, whole));
    }

    [Fact]
    public async Task Over_a_callers_decompressing_client_an_undecodable_body_fails_its_own_feed_too()
    {
        await using LoopbackServer server = Server("br", Rows(), () => { });
        using HttpClient http = new(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All }) { BaseAddress = server.Address };
        using HydrometClient client = new(http);

        RainfallReport report = await client.GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Equal(HydrometFailureKind.Unreadable, report.Feeds[0].Failure!.Kind);
        Assert.Null(report.Feeds[1].Failure);
    }

    private static byte[] Rows() => FeedFile.Read(HydrometFeed.Rainfall, "plain");

    private static byte[] Decode(string coding, byte[] body)
    {
        using BodyBuffer decoded = coding == "br" ? ContentDecoder.Brotli(body, new BodyBuffers(), 1 << 20) : ContentDecoder.Gzip(body, new BodyBuffers(), 1 << 20);
        return decoded.Memory.ToArray();
    }

    private static byte[] Encode(string coding, byte[] body)
    {
        if (coding == "identity")
        {
            return body;
        }

        using MemoryStream encoded = new();
        using (Stream encoder = coding switch
        {
            "BR" or "br" => new BrotliStream(encoded, CompressionLevel.Optimal, leaveOpen: true),
            "deflate" => new ZLibStream(encoded, CompressionLevel.Optimal, leaveOpen: true),
            _ => new GZipStream(encoded, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            encoder.Write(body);
        }

        return encoded.ToArray();
    }

    private static async Task<RainfallReport> ReportAsync(string coding, byte[] body, Action? asked = null)
    {
        await using LoopbackServer server = Server(coding, body, asked ?? (() => { }));
        using HydrometClient client = HydrometClient.Create(new HydrometClientOptions { BaseAddress = server.Address, RetryDelay = TimeSpan.FromMilliseconds(1) });
        return await client.GetRainfallAsync(RainfallScope.CsvFeeds);
    }

    private static LoopbackServer Server(string coding, byte[] body, Action asked) => new(async (request, stream, token) =>
    {
        HydrometFeed feed = new[] { HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall, HydrometFeed.AllSites }
            .FirstOrDefault(other => request.Contains(other.Path, StringComparison.Ordinal), HydrometFeed.Rainfall);
        if (feed != HydrometFeed.Rainfall)
        {
            await stream.WriteAsync(LoopbackServer.Ok(FeedFile.Read(feed, "plain")), token);
            return;
        }

        asked();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), token);
        await stream.WriteAsync(body, token);
    });
}
