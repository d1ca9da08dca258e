using Lcra.Hydromet.Replay;

namespace RainfallSite.Operations;

/// <summary>Tells whether the site serves a recording, so that nothing of it is taken for the present.</summary>
internal static class RecordingNotice
{
    public static bool IsRecording(this HttpContext context) => context.RequestServices.GetService<HydrometRecording>() is not null;
}
