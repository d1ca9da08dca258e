using System.Diagnostics;
using System.Globalization;
using Lcra.Hydromet.Tests.Fuzz;

const int MaxFindings = 20;
const int ManyCases = 1_000;
TimeSpan longestCase = TimeSpan.FromSeconds(20);
TimeSpan betweenReports = TimeSpan.FromSeconds(10);
long cases = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
ulong firstSeed = args.Length > 1 ? ulong.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000;

int findings = 0;
long done = 0;
long lastDone = 0;
ulong current = firstSeed;
using Timer watchdog = new(_ => Watch(), null, longestCase, longestCase);
using FuzzRun run = new();
Stopwatch clock = Stopwatch.StartNew();
TimeSpan reported = TimeSpan.Zero;
for (; done < cases && findings < MaxFindings; done++)
{
    current = firstSeed + (ulong)done;
    string? finding = await run.TryAsync(current);
    if (finding is not null)
    {
        findings++;
        Console.WriteLine($"FOUND seed {current}: {finding}");
        Keep(run.Bodies);
    }

    if (clock.Elapsed - reported > betweenReports)
    {
        reported = clock.Elapsed;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done + 1:N0} of {cases:N0} cases, {run.NumbersCompared:N0} numbers compared, {findings} findings"));
    }
}

Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{done:N0} cases from seed {firstSeed} in {clock.Elapsed.TotalSeconds:F0} s: {run.NumbersCompared:N0} numbers compared, {run.Refused:N0} cases rejected, {findings} findings, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB."));
return findings == 0 && done == cases && (cases < ManyCases || run.NumbersCompared > cases) ? 0 : 1;

// The feeds of the case, to create a feed file.
void Keep(IReadOnlyDictionary<string, byte[]> bodies)
{
    foreach ((string path, byte[] body) in bodies)
    {
        string folder = Directory.CreateDirectory(Path.Combine("artifacts", "fuzz", current.ToString(CultureInfo.InvariantCulture))).FullName;
        File.WriteAllBytes(Path.Combine(folder, path.Replace('/', '-')), body);
    }
}

// A case takes less than a millisecond: one that still runs after the timeout hangs.
void Watch()
{
    if (Interlocked.Exchange(ref lastDone, Volatile.Read(ref done)) == Volatile.Read(ref done))
    {
        Console.WriteLine($"FOUND seed {current}: it hangs.");
        Environment.Exit(1);
    }
}
