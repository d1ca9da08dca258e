using Lcra.Hydromet.CommandLine;

// https://no-color.org: any value but an empty one.
bool hasColor = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
ToolConsole console = new(
    ClosedPipe.OpenOutput(),
    Console.Error,
    Console.IsOutputRedirected ? null : ToolTerminal.Create(Console.Out, hasColor),
    Console.IsErrorRedirected ? null : ToolTerminal.Create(Console.Error, hasColor));
return await HydrometTool.RunAsync(args, console);
