using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>A server on a free loopback port that sends each connection the bytes that a test chooses from the request line, the headers and, after an empty line, the body.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, Stream, CancellationToken, Task> _answer;
    private readonly bool _tls;
    private readonly Task _running;
    private int _requests;

    public LoopbackServer(Func<string, Stream, CancellationToken, Task> answer, bool tls = false)
    {
        _answer = answer;
        _tls = tls;
        _listener.Start();
        _running = AcceptAsync();
    }

    public int Requests => Volatile.Read(ref _requests);

    public Uri Address => new($"{(_tls ? "https" : "http")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public static LoopbackServer Saying(string head, byte[]? body = null) => new(async (_, stream, cancellationToken) =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.ReplaceLineEndings("\r\n") + "\r\n\r\n"), cancellationToken);
        await stream.WriteAsync(body ?? [], cancellationToken);
    });

    public static byte[] Ok(byte[] body) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _listener.Stop();
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                connections.Add(ServeAsync(client));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using TcpClient connection = client;
            await using Stream stream = _tls ? await SecureAsync(client.GetStream()) : client.GetStream();
            using StreamReader reader = new(stream, Encoding.Latin1, leaveOpen: true);
            string request = await reader.ReadLineAsync(_stop.Token) ?? "";
            int length = 0;
            while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } header)
            {
                request += "\n" + header;
                length = header.StartsWith("Content-Length: ", StringComparison.Ordinal) ? int.Parse(header[16..], CultureInfo.InvariantCulture) : length;
            }

            if (length > 0)
            {
                char[] body = new char[length];
                await reader.ReadBlockAsync(body, _stop.Token);
                request += "\n\n" + new string(body);
            }

            if (request.Length == 0)
            {
                return;
            }

            Interlocked.Increment(ref _requests);
            await _answer(request, stream, _stop.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away, which is what some tests are about.
        }
    }

    private static async Task<Stream> SecureAsync(Stream plain)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
        SslStream stream = new(plain);
        await stream.AuthenticateAsServerAsync(X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null));
        return stream;
    }
}
