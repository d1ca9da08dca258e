using System.Net;
using System.Text;
using Lcra.Hydromet.Replay;

namespace RainfallSite.Tests.Support;

/// <summary>The recording with a text replaced.</summary>
internal static class RecordedBodies
{
    /// <summary>Responds from the recording with one text replaced by another.</summary>
    public static Func<HttpRequestMessage, HttpResponseMessage?> With(string text, string instead) =>
        With(body => body.Replace(text, instead, StringComparison.Ordinal));

    /// <summary>Responds from the recording with each body edited.</summary>
    public static Func<HttpRequestMessage, HttpResponseMessage?> With(Func<string, string> edit)
    {
        HydrometRecording recording = HydrometRecording.StormOfOctober2026();
        return request =>
        {
            RecordedResponse? recorded = recording.Responses.FirstOrDefault(answer => request.RequestUri!.AbsolutePath.EndsWith(answer.Path, StringComparison.Ordinal));
            return recorded is null ? null : new HttpResponseMessage(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StringContent(edit(Encoding.UTF8.GetString(recorded.Body.Span)), Encoding.UTF8, recorded.MediaType),
            };
        };
    }
}
