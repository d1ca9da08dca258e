namespace RainfallSite.StaticFiles;

/// <summary>Tells whether the build restored the map and chart libraries; the pages are complete without them.</summary>
internal sealed class ClientLibraries(IWebHostEnvironment environment)
{
    public bool HasMap { get; } = environment.WebRootFileProvider.GetFileInfo("lib/leaflet/leaflet.js").Exists;

    public bool HasCharts { get; } = environment.WebRootFileProvider.GetFileInfo("lib/uplot/uPlot.iife.min.js").Exists;
}
