using System.Net;

namespace Lcra.Hydromet.Replay;

/// <summary>
/// Forwards requests and writes each response to a folder for <see cref="HydrometRecording.FromFolder(string)"/>.
/// </summary>
/// <remarks>
/// The response for <c>media/Rainfall.csv</c> is written to <c>media/Rainfall.csv</c>, the one for <c>api/GetDataForAllSites</c> to
/// <c>api/GetDataForAllSites.json</c>; a file ending in <c>.meta.json</c> has its status, time and a few headers.
/// A newer response replaces an older one of the same address, regardless of its status. Request headers, cookies and query strings are never written.
/// The caller gets the response unchanged, after it is on disk. Not recorded are requests other than GET, failures without a
/// response, statuses 206 and 304, and bodies of more than 16 MB.
/// </remarks>
public sealed class RecordingHandler : DelegatingHandler
{
    private const int MaxBytes = 16 * 1024 * 1024;

    private readonly string _folder;
    private readonly Uri _baseAddress;
    private readonly TimeProvider _timeProvider;
    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>Initializes a new instance.</summary>
    /// <param name="folder">The folder to write to; the first response creates it.</param>
    /// <param name="baseAddress">The address that the feeds are below, such as <see cref="HydrometClientOptions.LcraAddress"/>.</param>
    /// <param name="timeProvider">The clock for the time of each response; null for the system's.</param>
    /// <exception cref="ArgumentException">The base address is not absolute, or the folder is empty.</exception>
    public RecordingHandler(string folder, Uri baseAddress, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(baseAddress);
        _folder = Path.GetFullPath(folder);
        _baseAddress = baseAddress.IsAbsoluteUri
            ? baseAddress
            : throw new ArgumentException($"The base address must be absolute, such as {HydrometClientOptions.LcraAddress}.", nameof(baseAddress));
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Not supported: responses are recorded asynchronously.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ignored.</param>
    /// <returns>Never returns.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Responses are recorded asynchronously: use SendAsync or GetAsync.");

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">
    /// The address is not below the base address or has characters that LCRA's do not, and nothing was sent; or the response could not be written.
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
                $"{request.RequestUri?.GetLeftPart(UriPartial.Path)} cannot be recorded and was not requested: only plain paths below {_baseAddress.GetLeftPart(UriPartial.Path)} can.");
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
            throw new InvalidOperationException($"The response for {path} could not be written to {_folder}: {failure.Message}", failure);
        }
        finally
        {
            _writing.Release();
        }
    }
}
