using Lcra.Hydromet;
using Lcra.Hydromet.Replay;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Switches a registered client to a recording, or lets it make one.</summary>
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
        recording ??= HydrometRecording.StormOfOctober2026();
        return builder.UseReplay(recording, new ReplayClock(recording.RecordedAt));
    }

    /// <summary>
    /// Answers the client's requests from a recording under a clock of your own, which becomes the container's
    /// <see cref="TimeProvider"/>: to see your application an hour after the storm, or while time passes.
    /// </summary>
    /// <param name="builder">What <c>AddHydrometClient</c> returned.</param>
    /// <param name="recording">The recording; null for the embedded storm of October 2026.</param>
    /// <param name="clock">The clock. The answers stay those of the recording whatever it says.</param>
    /// <returns>The same builder.</returns>
    public static IHttpClientBuilder UseReplay(this IHttpClientBuilder builder, HydrometRecording? recording, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(clock);
        recording ??= HydrometRecording.StormOfOctober2026();
        builder.Services.RemoveAll<TimeProvider>();
        builder.Services.AddSingleton(clock);
        return builder.ConfigurePrimaryHttpMessageHandler(() => new ReplayHandler(recording));
    }

    /// <summary>
    /// Writes each answer that the client gets to a folder, to be opened by <see cref="HydrometRecording.FromFolder(string)"/>:
    /// <c>services.AddHydrometClient().RecordTo("recording")</c>. Handlers added after it are nearer to the network.
    /// </summary>
    /// <param name="builder">What <c>AddHydrometClient</c> returned.</param>
    /// <param name="folder">The folder; it is made with the first answer.</param>
    /// <returns>The same builder.</returns>
    public static IHttpClientBuilder RecordTo(this IHttpClientBuilder builder, string folder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return builder.AddHttpMessageHandler(provider => new RecordingHandler(
            folder,
            provider.GetRequiredService<IOptions<HydrometClientOptions>>().Value.BaseAddress,
            provider.GetRequiredService<TimeProvider>()));
    }
}
