using System.Diagnostics;
using Lcra.Hydromet.Tests.Docs;

namespace Lcra.Hydromet.Tests.Readers;

/// <summary>Runs a script in a program that loads files.</summary>
internal static class ReaderProgram
{
    public const string Node = "node";
    public const string Python = "pandas";

    // Debian's own: its pandas is no package of another Python on the path.
    public const string PythonProgram = "python3";
    public const string Pandas = "/usr/lib/python3/dist-packages/pandas";
    private const string DebianPython = "/usr/bin/python3";
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    public static string NodePackages => Path.Combine(Folder, "node_modules");

    private static string Folder => Path.GetFullPath(MarkdownBlock.PathOf("tests/readers"));

    /// <summary>Runs a script and gives what it prints.</summary>
    /// <param name="program">The program.</param>
    /// <param name="script">The script, on standard input.</param>
    /// <param name="files">The folder of the files.</param>
    /// <param name="zone">The machine's time zone.</param>
    public static Task<string> RunAsync(string program, string script, string files, string zone) => program switch
    {
        "maps" => StartAsync(Node, ["maps.mjs", files], script, Folder, zone),
        Node => StartAsync(Node, ["--input-type=module", "-", files], $"process.chdir(process.argv[2]);\n{script}", Folder, zone),
        "sqlite3" => StartAsync("sqlite3", ["-separator", " ", ":memory:"], script, files, zone),
        "Rscript" => StartAsync("Rscript", ["--vanilla", "-"], script, files, zone),
        _ when program.StartsWith("postgresql:", StringComparison.Ordinal) => StartAsync("psql", ["-XqAt", "-F", " ", "-v", "ON_ERROR_STOP=1", program], script, files, zone),
        Python => StartAsync(DebianPython, ["-"], script, files, zone),
        _ => StartAsync("sh", ["-e", "-s"], script, files, zone),
    };

    private static async Task<string> StartAsync(string program, string[] arguments, string script, string folder, string zone)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TZ"] = start.Environment["PGTZ"] = zone;
        start.Environment["PYTHONWARNINGS"] = "ignore";
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using Process process = Process.Start(start)!;
        using CancellationTokenSource timeout = new(Timeout);
        Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        Task<string> error = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.StandardInput.WriteAsync(script.AsMemory(), timeout.Token);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        Assert.True(process.ExitCode == 0, await error);
        return await output;
    }
}
