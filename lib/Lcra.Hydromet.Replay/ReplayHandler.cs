using System.Net;
using System.Net.Http.Headers;

namespace Lcra.Hydromet.Replay;

/// <summary>Answers HTTP requests from a recording and never touches the network.</summary>
/// <remarks>
/// A recording that holds history answers any window of it, from all its windows of that site and parameter together and up to
/// its moment; a window that a <see cref="RecordingHandler"/> recorded is answered as it was; what it does not hold is answered as LCRA answers for days without records.
/// Status and headers are those of the recorded answer.
/// </remarks>
/// <param name="recording">The recording to answer from.</param>
public sealed class ReplayHandler(HydrometRecording recording) : HttpMessageHandler
{
    private readonly HydrometRecording _recording = recording ?? throw new ArgumentNullException(nameof(recording));

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The recording has no answer for the request; the message names it.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        ReplayedResponse answer = (request.Method == HttpMethod.Get ? Answer(request.RequestUri?.AbsolutePath ?? "") : null)
            ?? throw new InvalidOperationException(
                $"The recording '{_recording.Name}' has no answer for {request.Method} {request.RequestUri}. It has: {string.Join(", ", _recording.Answers.Select(known => known.Path))}.");
        HttpResponseMessage response = new(answer.Status) { RequestMessage = request, Content = new ReadOnlyMemoryContent(answer.Body) };
        foreach ((string name, string value) in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (!response.Content.Headers.Contains("Content-Type"))
        {
            response.Content.Headers.ContentType = new MediaTypeHeaderValue(answer.MediaType);
        }

        return response;
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<HttpResponseMessage>(cancellationToken)
            : Task.FromResult(Send(request, cancellationToken));

    private ReplayedResponse? Answer(string asked)
    {
        RecordedResponse? recorded = _recording.Answers.FirstOrDefault(answer => asked.EndsWith('/' + answer.Path, StringComparison.Ordinal));
        return (recorded is { IsReplayedVerbatim: true } ? null : RecordedHistory.Answer(_recording, asked))
            ?? (recorded is null ? null : new ReplayedResponse(recorded.StatusCode, recorded.MediaType, recorded.Body) { Headers = recorded.Headers });
    }
}
