using System.Net;
using System.Net.Http.Headers;

namespace Lcra.Hydromet.Replay;

/// <summary>Answers HTTP requests from a recording and never touches the network.</summary>
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
        string asked = request.RequestUri?.AbsolutePath ?? "";
        RecordedAnswer answer = _recording.Answers.FirstOrDefault(answer => request.Method == HttpMethod.Get
                && asked.EndsWith('/' + answer.Path, StringComparison.Ordinal))
            ?? throw new InvalidOperationException(
                $"The recording '{_recording.Name}' has no answer for {request.Method} {request.RequestUri}. It has: {string.Join(", ", _recording.Answers.Select(known => known.Path))}.");
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ReadOnlyMemoryContent(answer.Body) { Headers = { ContentType = new MediaTypeHeaderValue(answer.MediaType) } },
        };
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<HttpResponseMessage>(cancellationToken)
            : Task.FromResult(Send(request, cancellationToken));
}
