using System.Diagnostics;
using System.Net;
using RainfallSite.Archive;

namespace RainfallSite.Tests.Archive;

public sealed class HistoryPaceTests : IDisposable
{
    private readonly HistoryPace _pace = new();
    private readonly Server _server = new();
    private readonly HttpMessageInvoker _client;

    public HistoryPaceTests()
    {
        DelegatingHandler handler = _pace.CreateHandler();
        handler.InnerHandler = _server;
        _client = new HttpMessageInvoker(handler);
    }

    [Fact]
    public async Task Visitors_cause_a_few_requests_and_then_one_a_second_two_at_once()
    {
        using CancellationTokenSource leave = new();
        CancellationToken left = leave.Token;
        Stopwatch elapsed = Stopwatch.StartNew();

        Task[] visits = [.. Enumerable.Range(0, 200).Select(number => GetAsync($"http://127.0.0.1/api/HistoricData/GetDataBySite/{number}", left))];
        while (_server.Requests < HistoryPace.MaxBurst)
        {
            await Task.Yield();
        }

        await leave.CancelAsync();
        await Task.WhenAll(visits);

        Assert.InRange(_server.Requests, HistoryPace.MaxBurst, HistoryPace.MaxBurst + (int)elapsed.Elapsed.TotalSeconds + 1);
        Assert.InRange(_server.MaxAtOnce, 1, HistoryPace.MaxConcurrent);
    }

    [Fact]
    public async Task Feeds_never_wait()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => GetAsync("http://127.0.0.1/media/Rainfall.csv", CancellationToken.None)));

        Assert.Equal(200, _server.Requests);
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        _pace.Dispose();
    }

    private async Task GetAsync(string address, CancellationToken cancellationToken)
    {
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Get, address);
            using HttpResponseMessage response = await _client.SendAsync(request, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The visitor left.
        }
    }

    private sealed class Server : HttpMessageHandler
    {
        private int _requests;
        private int _now;
        private int _maxAtOnce;

        public int Requests => Volatile.Read(ref _requests);

        public int MaxAtOnce => Volatile.Read(ref _maxAtOnce);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            int now = Interlocked.Increment(ref _now);
            _maxAtOnce = Math.Max(_maxAtOnce, now);
            await Task.Yield();
            Interlocked.Decrement(ref _now);
            Interlocked.Increment(ref _requests);
            return new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request };
        }
    }
}
