using System.Runtime.CompilerServices;

namespace Lcra.Hydromet.TestSupport;

/// <summary>
/// Compares text with <c>Class.Method.verified.txt</c> beside the test. On a difference it writes
/// <c>Class.Method.received.txt</c> and fails; rename that file to accept it.
/// </summary>
internal static class Snapshot
{
    public static void Match(string actual, [CallerFilePath] string file = "", [CallerMemberName] string member = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{member}");
        string verified = path + ".verified.txt";
        string received = path + ".received.txt";
        string actualLines = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (File.Exists(verified) && string.Equals(File.ReadAllText(verified).ReplaceLineEndings("\n"), actualLines, StringComparison.Ordinal))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actualLines);
        Assert.Fail($"{Path.GetFileName(verified)} differs. Compare it with {received} and rename that file to accept it. Received:\n{actualLines}");
    }
}
