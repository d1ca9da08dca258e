using Lcra.Hydromet.CommandLine;

return await HydrometTool.RunAsync(args, new ToolConsole(Console.Out, Console.Error, !Console.IsErrorRedirected));
