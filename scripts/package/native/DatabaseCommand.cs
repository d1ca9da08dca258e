using System.CommandLine;

namespace Lcra.Hydromet.CommandLine;

/// <summary>A command that needs a database, which one native file does not have.</summary>
internal static class DatabaseCommand
{
    public static Command Create(string name, string description, ToolConsole console)
    {
        Command command = new(name, $"{description} In the .NET tool only.") { TreatUnmatchedTokensAsErrors = false };
        command.SetHandler(console, (_, _) => throw new ToolException(
            ExitCode.Usage, $"'{name}' needs a database, which this native file does not have. Install the .NET tool: dotnet tool install --global Lcra.Hydromet.Tool"));
        return command;
    }
}
