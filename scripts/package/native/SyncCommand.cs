using System.CommandLine;

namespace Lcra.Hydromet.CommandLine;

internal static class SyncCommand
{
    public static Command Create(GlobalOptions global, ToolConsole console) =>
        DatabaseCommand.Create("sync", "Fills an archive with LCRA's history.", console);
}
