using System.CommandLine;

namespace Lcra.Hydromet.CommandLine;

internal static class ArchiveCommand
{
    public static Command Create(GlobalOptions global, ToolConsole console) =>
        DatabaseCommand.Create("archive", "Reads an archive that 'hydromet sync' filled.", console);
}
