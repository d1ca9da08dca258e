using System.Globalization;
using Lcra.Hydromet.CommandLine;

namespace Lcra.Hydromet.Tests.CommandLine;

/// <summary>One run of the program inside the test: what it wrote and its exit code.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static Task<ToolRun> OfAsync(params string[] arguments) => OfAsync(arguments, isErrorTerminal: false, CancellationToken.None);

    public static async Task<ToolRun> OfAsync(string[] arguments, bool isErrorTerminal, CancellationToken cancellationToken)
    {
        await using StringWriter output = new(CultureInfo.InvariantCulture);
        await using StringWriter error = new(CultureInfo.InvariantCulture);
        int code = await HydrometTool.RunAsync(arguments, new ToolConsole(output, error, isErrorTerminal), cancellationToken);
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}
