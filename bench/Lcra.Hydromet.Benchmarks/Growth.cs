using System.Diagnostics;
using System.Globalization;

namespace Lcra.Hydromet.Benchmarks;

/// <summary>Reads and joins three feeds of increasing size and fits the growth of the time.</summary>
internal static class Growth
{
    private const int RowsInARound = 400_000;
    private const int Rounds = 5;
    private static readonly int[] Sizes = [246, 1_000, 10_000, 100_000];

    /// <summary>Prints a table and returns the exponent of the time as a function of the rows: 1 is linear.</summary>
    public static double Run()
    {
        Console.WriteLine("| rows in each feed | ms | ns per row | bytes per row |");
        Console.WriteLine("| ---: | ---: | ---: | ---: |");
        List<(double Size, double Time)> points = [];
        foreach (int size in Sizes)
        {
            (byte[] recent, byte[] fiveDay, byte[] monthYear) =
                (Recorded.Grown(Recorded.Rainfall, size), Recorded.Grown(Recorded.FiveDay, size), Recorded.Grown(Recorded.MonthYear, size));
            int times = Math.Max(1, RowsInARound / size);
            double best = double.MaxValue;
            long allocated = 0;
            for (int round = 0; round <= Rounds; round++)
            {
                GC.Collect();
                long before = GC.GetAllocatedBytesForCurrentThread();
                long start = Stopwatch.GetTimestamp();
                for (int time = 0; time < times; time++)
                {
                    GC.KeepAlive(Recorded.Report(recent, fiveDay, monthYear));
                }

                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds / times);
                allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / times;
            }

            points.Add((size, best));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {size:N0} | {best / 1000:F2} | {best * 1000 / size:F0} | {allocated / size} |"));
        }

        return Slope(points);
    }

    private static double Slope(List<(double Size, double Time)> points)
    {
        double size = points.Average(point => Math.Log(point.Size));
        double time = points.Average(point => Math.Log(point.Time));
        return points.Sum(point => (Math.Log(point.Size) - size) * (Math.Log(point.Time) - time)) / points.Sum(point => Math.Pow(Math.Log(point.Size) - size, 2));
    }
}
