using System.Diagnostics;

namespace Lcra.Hydromet.Tests.Package;

/// <summary>Runs the .NET command line and git as from a fresh shell, and leaves no process behind.</summary>
internal static class DotnetCommand
{
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromMinutes(5);

    private static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static Task<string> RunAsync(string folder, params string[] arguments) => SucceedAsync(Dotnet, folder, arguments);

    public static Task GitAsync(string folder, params string[] arguments) =>
        SucceedAsync("git", folder, ["-c", "user.name=Test", "-c", "user.email=test@example.com", .. arguments]);

    private static async Task<string> SucceedAsync(string program, string folder, string[] arguments)
    {
        (int exitCode, string output, string errors) = await ExecuteAsync(program, folder, arguments);
        Assert.True(exitCode == 0, $"{program} {string.Join(' ', arguments)} failed:\n{output}\n{errors}");
        return output;
    }

    private static async Task<(int ExitCode, string Output, string Errors)> ExecuteAsync(string program, string folder, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string inherited in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process process = Process.Start(start)!;
        using CancellationTokenSource timeout = new(WaitTimeout);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return (process.ExitCode, (await output).ReplaceLineEndings("\n").TrimEnd('\n'), await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
