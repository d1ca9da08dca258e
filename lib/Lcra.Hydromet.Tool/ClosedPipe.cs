using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Standard output that notices when its reader is gone, as in <c>hydromet watch | head -1</c>. The console's own stream hides that.</summary>
internal static class ClosedPipe
{
    private const int StandardOutput = 1;
    private const int BrokenPipe = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsNoData = unchecked((int)0x800700E8);

    /// <summary>Opens standard output; the console's own stream unless it is a pipe.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "Standard output stays open as long as the program runs.")]
    public static TextWriter OpenOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return Console.Out;
        }

        try
        {
            FileStream stream = new(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            // A file has one position for all its writers, which this stream would not share.
            return stream.CanSeek ? Console.Out : Open(stream);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Console.Out;
        }
    }

    public static TextWriter Open(Stream stream) => new StreamWriter(stream) { AutoFlush = true };

    /// <summary>Tells whether a write failed because nobody reads any more.</summary>
    public static bool IsCauseOf(IOException failure) => failure.HResult is BrokenPipe or WindowsBrokenPipe or WindowsNoData;
}
