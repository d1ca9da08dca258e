using Lcra.Hydromet.Replay;

namespace Lcra.Hydromet.Archive.Tests.Support;

/// <summary>The recording with an edited Rainfall.csv.</summary>
internal sealed class EditingHandler(Func<string, string> edit) : DelegatingHandler(new ReplayHandler(HydrometRecording.StormOfOctober2026()))
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (request.RequestUri!.AbsolutePath.EndsWith("Rainfall.csv", StringComparison.Ordinal))
        {
            response.Content = new StringContent(edit(await response.Content.ReadAsStringAsync(cancellationToken)));
        }

        return response;
    }
}
