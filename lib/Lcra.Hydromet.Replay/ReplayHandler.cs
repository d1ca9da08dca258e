using System.Net;
using System.Net.Http.Headers;

namespace Lcra.Hydromet.Replay;

/// <summary>Answers HTTP requests from a recording and never touches the network.</summary>
/// <remarks>
/// A recording that holds history answers any window of it, from all its windows of that site and parameter together and up to
/// its moment; what it does not hold is answered as LCRA answers for days without records.
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
        ReplayedAnswer answer = (request.Method == HttpMethod.Get ? Answer(request.RequestUri?.AbsolutePath ?? "") : null)
            ?? throw new InvalidOperationException(
                $"The recording '{_recording.Name}' has no answer for {request.Method} {request.RequestUri}. It has: {string.Join(", ", _recording.Answers.Select(known => known.Path))}.");
        return new HttpResponseMessage(answer.Status)
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

    private ReplayedAnswer? Answer(string asked) =>
        RecordedHistory.Answer(_recording, asked)
        ?? (_recording.Answers.FirstOrDefault(answer => asked.EndsWith('/' + answer.Path, StringComparison.Ordinal)) is { } recorded
            ? new ReplayedAnswer(HttpStatusCode.OK, recorded.MediaType, recorded.Body)
            : null);
}
