using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace RainfallSite.Tests.Support;

/// <summary>Sends the bytes of a request as they are, which no HTTP client does, and reads the whole response.</summary>
internal sealed class RawConnection(Uri site) : IAsyncDisposable
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private TcpClient? _client;
    private NetworkStream? _stream;
    private int _position;
    private int _end;

    /// <summary>Sends a request and gets the status; 0 when the connection ends without one.</summary>
    public async Task<int> SendAsync(byte[] request)
    {
        if (_stream is null)
        {
            _client = new TcpClient { NoDelay = true };
            await _client.ConnectAsync(site.Host, site.Port);
            _stream = _client.GetStream();
            (_position, _end) = (0, 0);
        }

        await _stream.WriteAsync(request);
        (int status, List<string> headers) = await ReadHeadAsync();
        bool hasBody = !request.AsSpan().StartsWith("HEAD "u8) && status is not (204 or 304);
        if (hasBody && headers.Find(header => header.StartsWith("content-length:", StringComparison.OrdinalIgnoreCase)) is { } length)
        {
            await SkipAsync(int.Parse(length[15..], CultureInfo.InvariantCulture));
        }
        else if (hasBody && headers.Exists(header => header.StartsWith("transfer-encoding: chunked", StringComparison.OrdinalIgnoreCase)))
        {
            await SkipChunksAsync();
        }

        if (status is 0 or 400 || headers.Exists(header => header.Equals("connection: close", StringComparison.OrdinalIgnoreCase)))
        {
            await DisposeAsync();
        }

        return status;
    }

    public async ValueTask DisposeAsync()
    {
        await (_stream?.DisposeAsync() ?? ValueTask.CompletedTask);
        _client?.Dispose();
        (_client, _stream) = (null, null);
    }

    private async Task<(int Status, List<string> Headers)> ReadHeadAsync()
    {
        string first = await ReadLineAsync();
        List<string> headers = [];
        while (await ReadLineAsync() is { Length: > 0 } header)
        {
            headers.Add(header);
        }

        return (first.Length > 12 ? int.Parse(first[9..12], CultureInfo.InvariantCulture) : 0, headers);
    }

    private async Task SkipChunksAsync()
    {
        int size;
        do
        {
            size = int.Parse(await ReadLineAsync(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            await SkipAsync(size + 2);
        }
        while (size > 0);
    }

    private async Task SkipAsync(int count)
    {
        while (count > 0 && await FillAsync())
        {
            int skipped = Math.Min(count, _end - _position);
            _position += skipped;
            count -= skipped;
        }
    }

    private async Task<string> ReadLineAsync()
    {
        StringBuilder line = new();
        while (await FillAsync())
        {
            int length = _buffer.AsSpan(_position, _end - _position).IndexOf((byte)'\n');
            line.Append(Encoding.Latin1.GetString(_buffer, _position, length < 0 ? _end - _position : length));
            _position = length < 0 ? _end : _position + length + 1;
            if (length >= 0)
            {
                break;
            }
        }

        return line.ToString().TrimEnd('\r');
    }

    private async ValueTask<bool> FillAsync()
    {
        if (_position == _end)
        {
            (_position, _end) = (0, await _stream!.ReadAsync(_buffer));
        }

        return _end > 0;
    }
}
