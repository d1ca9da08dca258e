using System.Net;
using System.Net.Http.Headers;

namespace Lcra.Hydromet.Replay;

/// <summary>Serves HTTP requests from a recording, without the network.</summary>
/// <remarks>
/// A recording with history serves any window from all its windows of that site and parameter, up to
/// its time. A window that a <see cref="RecordingHandler"/> recorded is served unchanged. A window that it does not have is an empty list, as LCRA's response for days without records.
/// Status and headers are those of the recorded response.
/// </remarks>
/// <param name="recording">The recording to serve.</param>
public sealed class ReplayHandler(HydrometRecording recording) : HttpMessageHandler
{
    private readonly HydrometRecording _recording = recording ?? throw new ArgumentNullException(nameof(recording));

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The recording has no response for the request; the message names it.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        ReplayedResponse replayed = (request.Method == HttpMethod.Get ? Find(request.RequestUri?.AbsolutePath ?? "") : null)
            ?? throw new InvalidOperationException(
                $"The recording '{_recording.Name}' has no response for {request.Method} {request.RequestUri}. It has: {string.Join(", ", _recording.Responses.Select(known => known.Path))}.");
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

    private ReplayedResponse? Find(string path)
    {
        RecordedResponse? recorded = _recording.Responses.FirstOrDefault(response => path.EndsWith('/' + response.Path, StringComparison.Ordinal));
        return (recorded is { IsReplayedVerbatim: true } ? null : RecordedHistory.Respond(_recording, path))
            ?? (recorded is null ? null : new ReplayedResponse(recorded.StatusCode, recorded.MediaType, recorded.Body) { Headers = recorded.Headers });
    }
}
