using System.Diagnostics;
using Lcra.Hydromet.Archive;

namespace Lcra.Hydromet.ArchiveRates;

/// <summary>Seconds to subtract from each other: of this process's CPU where it does all of the work, so that a busy machine measures the same; else of the clock.</summary>
internal static class Stopwatches
{
    public static double Seconds(ArchiveProvider provider)
    {
        using Process process = Process.GetCurrentProcess();
        return provider == ArchiveProvider.Sqlite ? process.TotalProcessorTime.TotalSeconds : Stopwatch.GetElapsedTime(0).TotalSeconds;
    }
}
