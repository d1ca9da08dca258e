using Lcra.Hydromet.Replay;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Switches a registered client to a recording.</summary>
public static class HydrometReplayBuilderExtensions
{
    /// <summary>
    /// Answers the client's requests from a recording, and lets the container's <see cref="TimeProvider"/> stand at its
    /// moment, so that ages and windows are those of that morning: <c>services.AddHydrometClient().UseReplay()</c>.
    /// </summary>
    /// <param name="builder">What <c>AddHydrometClient</c> returned.</param>
    /// <param name="recording">The recording; null for the embedded storm of October 2026.</param>
    /// <returns>The same builder.</returns>
    public static IHttpClientBuilder UseReplay(this IHttpClientBuilder builder, HydrometRecording? recording = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        recording ??= HydrometRecording.StormOfOctober2026();
        builder.Services.RemoveAll<TimeProvider>();
        builder.Services.AddSingleton<TimeProvider>(new ReplayClock(recording.Moment));
        return builder.ConfigurePrimaryHttpMessageHandler(() => new ReplayHandler(recording));
    }
}
