using Lcra.Hydromet.CommandLine;

// https://no-color.org: any value but an empty one.
bool hasColor = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
#pragma warning disable CA2000 // Standard output stays open as long as the program runs.
ToolConsole console = new(
    ClosedPipe.OpenOutput(),
    Console.Error,
    Console.IsOutputRedirected ? null : ToolTerminal.Create(Console.Out, hasColor),
    Console.IsErrorRedirected ? null : ToolTerminal.Create(Console.Error, hasColor));
#pragma warning restore CA2000
return await HydrometTool.RunAsync(args, console);
