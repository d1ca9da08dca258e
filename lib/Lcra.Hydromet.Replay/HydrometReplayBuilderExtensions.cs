using Lcra.Hydromet;
using Lcra.Hydromet.Replay;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Makes a registered client replay or write a recording.</summary>
public static class HydrometReplayBuilderExtensions
{
    /// <summary>
    /// Serves the client's requests from a recording and registers a <see cref="TimeProvider"/> with the fixed time of the
    /// recording, so that ages and windows match it: <c>services.AddHydrometClient().UseReplay()</c>.
    /// </summary>
    /// <param name="builder">The builder that <c>AddHydrometClient</c> returned.</param>
    /// <param name="recording">The recording; null for the embedded storm of October 2026.</param>
    /// <returns>The same builder.</returns>
    /// <example>
    /// <code>
    /// services.AddHydrometClient().UseReplay();
    /// </code>
    /// </example>
    public static IHttpClientBuilder UseReplay(this IHttpClientBuilder builder, HydrometRecording? recording = null)
    {
        recording ??= HydrometRecording.StormOfOctober2026();
        return builder.UseReplay(recording, new ReplayClock(recording.RecordedAt));
    }

    /// <summary>
    /// Serves the client's requests from a recording with your own clock, which becomes the container's
    /// <see cref="TimeProvider"/>, for example to test your application an hour after the storm.
    /// </summary>
    /// <param name="builder">The builder that <c>AddHydrometClient</c> returned.</param>
    /// <param name="recording">The recording; null for the embedded storm of October 2026.</param>
    /// <param name="clock">The clock. The responses do not depend on it.</param>
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
    /// Serves the client's requests from recordings one after the other, as your clock goes on: for each request the newest recording that is not
    /// after the clock's time. The clock becomes the container's <see cref="TimeProvider"/>.
    /// </summary>
    /// <param name="builder">The builder that <c>AddHydrometClient</c> returned.</param>
    /// <param name="recordings">The recordings, at least one.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">There is no recording.</exception>
    public static IHttpClientBuilder UseReplay(this IHttpClientBuilder builder, IEnumerable<HydrometRecording> recordings, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(recordings);
        ArgumentNullException.ThrowIfNull(clock);
        HydrometRecording[] all = [.. recordings];
        if (all.Length == 0)
        {
            throw new ArgumentException("There must be at least one recording.", nameof(recordings));
        }

        builder.Services.RemoveAll<TimeProvider>();
        builder.Services.AddSingleton(clock);
        return builder.ConfigurePrimaryHttpMessageHandler(() => new ReplayHandler(all, clock));
    }

    /// <summary>
    /// Writes each response to a folder, to open with <see cref="HydrometRecording.FromFolder(string)"/>:
    /// <c>services.AddHydrometClient().RecordTo("recording")</c>. Handlers that you add later are closer to the network.
    /// </summary>
    /// <param name="builder">The builder that <c>AddHydrometClient</c> returned.</param>
    /// <param name="folder">The folder; the first response creates it.</param>
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
