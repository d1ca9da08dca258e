namespace Lcra.Hydromet.Benchmarks;

/// <summary>The memory of a report: the bytes allocated while it is created, and the bytes that it retains.</summary>
internal static class Sizes
{
    private const int Reports = 200;

    public static (long Allocated, long Kept) OfAReport()
    {
        RainfallReport[] reports = new RainfallReport[Reports];
        reports[0] = Recorded.Report();
        long allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        long cachedBefore = GC.GetTotalMemory(forceFullCollection: true);
        for (int report = 0; report < Reports; report++)
        {
            reports[report] = Recorded.Report();
        }

        long allocated = (GC.GetAllocatedBytesForCurrentThread() - allocatedBefore) / Reports;
        long kept = (GC.GetTotalMemory(forceFullCollection: true) - cachedBefore) / Reports;
        GC.KeepAlive(reports);
        return (allocated, kept);
    }
}
