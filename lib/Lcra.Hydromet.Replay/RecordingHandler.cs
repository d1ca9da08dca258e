using System.Net;

namespace Lcra.Hydromet.Replay;

/// <summary>
/// Passes requests on and writes each answer to a folder, so that <see cref="HydrometRecording.FromFolder(string)"/> reads it again.
/// </summary>
/// <remarks>
/// The answer to <c>media/Rainfall.csv</c> lies in <c>media/Rainfall.csv</c>, that to <c>api/GetDataForAllSites</c> in
/// <c>api/GetDataForAllSites.json</c>; beside it a file ending in <c>.meta.json</c> tells status, time and a few headers.
/// Of two answers to one address the newest stays, whatever its status. Request headers, cookies and query strings are never written.
/// The caller gets the answer unchanged, after it is on disk. Passed on and not recorded are requests other than GET, failures without an
/// answer, answers 206 and 304, which are no whole answers, and bodies of more than 16 MB.
/// </remarks>
public sealed class RecordingHandler : DelegatingHandler
{
    private const int MaxBytes = 16 * 1024 * 1024;

    private readonly string _folder;
    private readonly Uri _baseAddress;
    private readonly TimeProvider _timeProvider;
    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>Initializes a new instance.</summary>
    /// <param name="folder">The folder to write to; it is made with the first answer.</param>
    /// <param name="baseAddress">The address that the feeds are below, such as <see cref="HydrometClientOptions.LcraAddress"/>.</param>
    /// <param name="timeProvider">The clock that tells when an answer was recorded.</param>
    /// <exception cref="ArgumentException">The base address is not absolute, or there is no folder.</exception>
    public RecordingHandler(string folder, Uri baseAddress, TimeProvider timeProvider)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(baseAddress);
        ArgumentNullException.ThrowIfNull(timeProvider);
        _folder = Path.GetFullPath(folder);
        _baseAddress = baseAddress.IsAbsoluteUri
            ? baseAddress
            : throw new ArgumentException($"The base address must be absolute, such as {HydrometClientOptions.LcraAddress}.", nameof(baseAddress));
        _timeProvider = timeProvider;
    }

    /// <summary>Refuses: answers are recorded while they are awaited.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Not looked at.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Answers are recorded while they are awaited: use SendAsync or GetAsync.");

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">
    /// The address is not below the base address or holds other characters than LCRA's do, and nothing was sent; or the answer could not be written.
    /// </exception>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Method == HttpMethod.Get ? RecordAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _writing.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<HttpResponseMessage> RecordAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string path = RecordingPath.Below(_baseAddress, request.RequestUri)
            ?? throw new InvalidOperationException(
                $"{request.RequestUri?.GetLeftPart(UriPartial.Path)} cannot be recorded and was not asked for: only plain paths below {_baseAddress.GetLeftPart(UriPartial.Path)} can.");
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            if (response.StatusCode is not (HttpStatusCode.PartialContent or HttpStatusCode.NotModified)
                && await ReceivedBody.TakeAsync(response, MaxBytes, cancellationToken).ConfigureAwait(false) is { } body)
            {
                await WriteAsync(path, body, response, cancellationToken).ConfigureAwait(false);
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task WriteAsync(string path, ReadOnlyMemory<byte> body, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            RecordedMetadata metadata = RecordedMetadata.Of(path, response, _timeProvider.GetUtcNow());
            await RecordingFolder.WriteAsync(_folder, body, metadata, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The answer to {path} could not be written to {_folder}: {failure.Message}", failure);
        }
        finally
        {
            _writing.Release();
        }
    }
}
