using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Lcra.Hydromet.Replay;

namespace FeedServer;

/// <summary>The recorded feeds, the counts of their downloads, and simulated failures.</summary>
internal sealed class RecordedFeeds(TimeProvider clock)
{
    // As large as the site takes a response by default.
    private const int LargeBytes = 16 * 1024 * 1024;

    private static readonly TimeSpan LongerThanAnyPatience = TimeSpan.FromMinutes(5);

    private static readonly Dictionary<string, RecordedResponse> Responses = HydrometRecording.StormOfOctober2026().Responses
        .ToDictionary(response => response.Path, StringComparer.Ordinal);

    private static readonly byte[] WebPage =
        Encoding.UTF8.GetBytes("<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking your browser.</body></html>");

    private static readonly string[] Faults =
        ["none", "web-page", "cut", "cut-connection", "empty", "header-only", "http-500", "http-429", "http-403", "hang", "refuse", "garbage", "fewer-gauges", "hostile-names", "large", "large-gzip"];

    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private volatile string _fault = "none";

    public IReadOnlyDictionary<string, int> Counts => new SortedDictionary<string, int>(_counts, StringComparer.Ordinal);

    public void StartOver() => _counts.Clear();

    public bool TryBreak(string fault)
    {
        bool known = Faults.Contains(fault, StringComparer.Ordinal);
        _fault = known ? fault : _fault;
        return known;
    }

    public async Task ServeAsync(string path, HttpContext context)
    {
        HttpResponse response = context.Response;
        _counts.AddOrUpdate(path, 1, (_, count) => count + 1);
        if (!Responses.TryGetValue(path, out RecordedResponse? recorded))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        ReadOnlyMemory<byte> body = recorded.Body;
        response.ContentType = recorded.MediaType;
        switch (_fault)
        {
            case "web-page":
                response.ContentType = "text/html";
                body = WebPage;
                break;
            case "cut-connection":
                response.ContentLength = body.Length;
                await response.Body.WriteAsync(body[..(body.Length / 2)], context.RequestAborted);
                await response.Body.FlushAsync(context.RequestAborted);
                context.Abort();
                return;
            case "http-500" or "http-429" or "http-403":
                Refuse(response, _fault);
                return;
            case "hang":
                await Task.Delay(LongerThanAnyPatience, clock, context.RequestAborted);
                return;
            case "refuse":
                context.Abort();
                return;
            case "large-gzip" when path.EndsWith("/Rainfall.csv", StringComparison.Ordinal):
                response.Headers.ContentEncoding = "gzip";
                body = Gzip(Repeated(body.Span));
                break;
            default:
                body = Changed(body, path, _fault);
                break;
        }

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static ReadOnlyMemory<byte> Changed(ReadOnlyMemory<byte> body, string path, string fault) => fault switch
    {
        "cut" => body[..(body.Length / 2)],
        "empty" => default,
        "header-only" => body[..(body.Span.IndexOf((byte)'\n') + 1)],
        "garbage" => body.ToArray().Reverse().ToArray(),
        "fewer-gauges" => body[..(body.Span[..(body.Length / 3)].LastIndexOf((byte)'\n') + 1)],
        "hostile-names" => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span).Replace("Hamilton Creek near Marble Falls", "<script>alert(1)</script>", StringComparison.Ordinal)),
        "large" when path.EndsWith("/Rainfall.csv", StringComparison.Ordinal) => Repeated(body.Span),
        _ => body,
    };

    // The whole feed, then its rows over and over.
    private static byte[] Repeated(ReadOnlySpan<byte> feed)
    {
        ReadOnlySpan<byte> rows = feed[(feed.IndexOf((byte)'\n') + 1)..];
        byte[] large = new byte[feed.Length + ((LargeBytes - feed.Length) / rows.Length * rows.Length)];
        feed.CopyTo(large);
        for (int end = feed.Length; end < large.Length; end += rows.Length)
        {
            rows.CopyTo(large.AsSpan(end));
        }

        return large;
    }

    private static byte[] Gzip(byte[] body)
    {
        using MemoryStream coded = new();
        using (GZipStream gzip = new(coded, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return coded.ToArray();
    }

    private static void Refuse(HttpResponse response, string fault)
    {
        response.StatusCode = int.Parse(fault.AsSpan("http-".Length), CultureInfo.InvariantCulture);
        if (response.StatusCode == StatusCodes.Status429TooManyRequests)
        {
            response.Headers.RetryAfter = "600";
        }
    }
}
