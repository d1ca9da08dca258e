namespace RainfallSite.Gauges;

/// <summary>Names the texts of the list of gauges: GaugesText.resx and its translations.</summary>
internal sealed class GaugesText;
