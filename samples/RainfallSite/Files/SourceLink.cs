using Lcra.Hydromet;

namespace RainfallSite.Files;

/// <summary>Says in a header where the data come from and that they are provisional.</summary>
internal static class SourceLink
{
    private const string Value = $"<{HydrometClientOptions.LcraAddress}>; rel=\"via\"; title=\"Lower Colorado River Authority (LCRA) Hydromet, provisional data\"";

    public static void WriteSource(this HttpContext context) => context.Response.Headers.Link = Value;

    /// <summary>Writes the header in every response of a group.</summary>
    public static RouteGroupBuilder WithSource(this RouteGroupBuilder group) => group.AddEndpointFilter((context, next) =>
    {
        context.HttpContext.WriteSource();
        return next(context);
    });
}
