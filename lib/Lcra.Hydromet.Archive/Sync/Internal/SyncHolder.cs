using System.Diagnostics;
using System.Globalization;

namespace Lcra.Hydromet.Archive.Sync.Internal;

/// <summary>Who requests a window: a run of a process of a machine. Of a process of this machine, it is known whether it still runs.</summary>
internal sealed class SyncHolder
{
    private const char Between = '|';

    private static readonly string Machine = MachineName();
    private static readonly string Token = Guid.NewGuid().ToString("N");

    /// <summary>Gets the holder as it is stored.</summary>
    public string Text { get; } = string.Create(CultureInfo.InvariantCulture, $"{Machine}{Between}{Environment.ProcessId}{Between}{Token}{Between}{Guid.NewGuid():N}");

    /// <summary>Tells whether a stored holder is a process of this machine that ended without giving its window back.</summary>
    public static bool IsGone(string holder)
    {
        string[] parts = holder.Split(Between);
        if (parts is not [var machine, var id, var token, _] || !string.Equals(machine, Machine, StringComparison.Ordinal) || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int process))
        {
            return false;
        }

        return process == Environment.ProcessId ? !string.Equals(token, Token, StringComparison.Ordinal) : !IsRunning(process);
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using Process running = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // Containers can share a name and have processes of their own.
    private static string MachineName()
    {
        const string Processes = "/proc/self/ns/pid";
        try
        {
            return File.Exists(Processes) ? $"{Environment.MachineName} {new FileInfo(Processes).LinkTarget}" : Environment.MachineName;
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return Environment.MachineName;
        }
    }
}
