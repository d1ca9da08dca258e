using System.Net;
using System.Net.Http.Headers;

namespace Lcra.Hydromet.Replay;

/// <summary>Serves HTTP requests from a recording, without the network.</summary>
/// <remarks>
/// A recording with history serves any window from all its windows of that site and parameter, up to
/// its time. A window that a <see cref="RecordingHandler"/> recorded is served unchanged. A window that it does not have is an empty list, as LCRA's response for days without records.
/// Status and headers are those of the recorded response.
/// </remarks>
public sealed class ReplayHandler : HttpMessageHandler
{
    private readonly HydrometRecording[] _oldestFirst;
    private readonly TimeProvider? _clock;

    /// <summary>Initializes a new instance that serves one recording.</summary>
    /// <param name="recording">The recording to serve.</param>
    public ReplayHandler(HydrometRecording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        _oldestFirst = [recording];
    }

    /// <summary>Initializes a new instance that serves recordings one after the other.</summary>
    /// <param name="recordings">The recordings, at least one.</param>
    /// <param name="clock">The clock: the newest recording that is not after its time is served, before all of them the oldest.</param>
    /// <exception cref="ArgumentException">There is no recording.</exception>
    public ReplayHandler(IEnumerable<HydrometRecording> recordings, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(recordings);
        ArgumentNullException.ThrowIfNull(clock);
        _oldestFirst = [.. recordings.OrderBy(recording => recording.RecordedAt)];
        _clock = _oldestFirst.Length > 0 ? clock : throw new ArgumentException("There must be at least one recording.", nameof(recordings));
    }

    private HydrometRecording Current => _clock is null ? _oldestFirst[0]
        : Array.FindLast(_oldestFirst, recording => recording.RecordedAt <= _clock.GetUtcNow()) ?? _oldestFirst[0];

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The recording has no response for the request; the message names it.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        HydrometRecording recording = Current;
        ReplayedResponse replayed = (request.Method == HttpMethod.Get ? Find(recording, request.RequestUri?.AbsolutePath ?? "") : null)
            ?? throw new InvalidOperationException(
                $"The recording '{recording.Name}' has no response for {request.Method} {request.RequestUri}. It has: {string.Join(", ", recording.Responses.Select(known => known.Path))}.");
        HttpResponseMessage response = new(replayed.Status) { RequestMessage = request, Content = new ReadOnlyMemoryContent(replayed.Body) };
        foreach ((string name, string value) in replayed.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (!response.Content.Headers.Contains("Content-Type"))
        {
            response.Content.Headers.ContentType = new MediaTypeHeaderValue(replayed.MediaType);
        }

        return response;
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<HttpResponseMessage>(cancellationToken)
            : Task.FromResult(Send(request, cancellationToken));

    private static ReplayedResponse? Find(HydrometRecording recording, string path)
    {
        RecordedResponse? recorded = recording.Responses.FirstOrDefault(response => path.EndsWith('/' + response.Path, StringComparison.Ordinal) || IsFailureOf(response, path));
        return (recorded is { IsReplayedVerbatim: true } ? null : RecordedHistory.Respond(recording, path))
            ?? (recorded is null ? null : new ReplayedResponse(recorded.StatusCode, recorded.MediaType, recorded.Body) { Headers = recorded.Headers });
    }

    // A history that fails does so at every address below its path.
    private static bool IsFailureOf(RecordedResponse response, string path) =>
        response.StatusCode != HttpStatusCode.OK && path.Contains($"/{response.Path}/", StringComparison.Ordinal);
}
