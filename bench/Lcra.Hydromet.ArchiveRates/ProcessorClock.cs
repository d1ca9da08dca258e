using System.Diagnostics;
using System.Globalization;

namespace Lcra.Hydromet.ArchiveRates;

/// <summary>Seconds of processor time to subtract from each other, which a busy machine changes less than the time of day: this process's, and those of a PostgreSQL server.</summary>
/// <param name="postmaster">The process id of the server; null for none.</param>
internal sealed class ProcessorClock(string? postmaster)
{
    private const double TicksPerSecond = 100;

    public double Seconds()
    {
        using Process process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds + (postmaster is null ? 0 : ServerTicks() / TicksPerSecond);
    }

    /// <summary>Runs work once and gives its seconds of the clock and of the processor.</summary>
    public async Task<(double Clock, double Processor)> TimeBothAsync(Func<Task> work)
    {
        double began = Seconds();
        long start = Stopwatch.GetTimestamp();
        await work();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, Seconds() - began);
    }

    /// <summary>Runs work some times and gives the processor seconds of one.</summary>
    public async Task<double> TimeAsync(Func<Task> work, int times)
    {
        double began = Seconds();
        for (int i = 0; i < times; i++)
        {
            await work();
        }

        return (Seconds() - began) / times;
    }

    // Of the server, its children, and those of them that have ended; proc(5) numbers the fields from 1.
    private long ServerTicks()
    {
        long ticks = 0;
        foreach (string folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            string text;
            try
            {
                text = File.ReadAllText(Path.Combine(folder, "stat"));
            }
            catch (IOException)
            {
                continue;
            }

            string[] fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            bool isServer = string.Equals(Path.GetFileName(folder), postmaster, StringComparison.Ordinal);
            if (isServer || string.Equals(fields[1], postmaster, StringComparison.Ordinal))
            {
                ticks += fields[11..(isServer ? 15 : 13)].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
            }
        }

        return ticks;
    }
}
