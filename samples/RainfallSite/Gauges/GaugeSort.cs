namespace RainfallSite.Gauges;

/// <summary>What the list of gauges is sorted by, in the order of its columns.</summary>
internal enum GaugeSort
{
    Name,
    Basin,
    Rain,
    Read,
}
