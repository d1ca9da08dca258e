using Lcra.Hydromet.Replay;

namespace Lcra.Hydromet.Archive.Tests.Support;

/// <summary>The recording, with a list of what was requested.</summary>
internal sealed class CountingHandler() : DelegatingHandler(new ReplayHandler(HydrometRecording.StormOfOctober2026()))
{
    private readonly List<string> _paths = [];

    public IReadOnlyList<string> Paths => _paths;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _paths.Add(request.RequestUri!.AbsolutePath);
        return base.SendAsync(request, cancellationToken);
    }
}
