using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RainfallSite.Routing;

/// <summary>What a route's responses are made from.</summary>
internal static class ReportRoutes
{
    /// <summary>Tells whether a route's responses are made from the current reports alone.</summary>
    public static bool IsMadeFromReport(this Endpoint route) => route.Metadata.GetMetadata<MadeFromReportAttribute>() is not null;

    /// <summary>Tells whether what a route's responses are made from can be named in a tag.</summary>
    public static bool HasTag(this Endpoint route) => route.IsMadeFromReport() || route.Metadata.GetMetadata<AlsoMadeFromAttribute>() is not null;

    /// <summary>Tells whether a route is a page.</summary>
    public static bool IsPage(this Endpoint route) => route.Metadata.GetMetadata<PageActionDescriptor>() is not null;
}
