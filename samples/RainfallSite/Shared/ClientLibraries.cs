namespace RainfallSite.Shared;

/// <summary>Whether the build could restore what maps and charts load in a browser; the pages are complete without it.</summary>
internal sealed class ClientLibraries(IWebHostEnvironment environment)
{
    public bool HasMap { get; } = environment.WebRootFileProvider.GetFileInfo("lib/leaflet/leaflet.js").Exists;

    public bool HasCharts { get; } = environment.WebRootFileProvider.GetFileInfo("lib/uplot/uPlot.iife.min.js").Exists;
}
