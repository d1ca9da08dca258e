namespace Lcra.Hydromet.TestSupport;

/// <summary>A program that some tests need and that need not be on every machine.</summary>
internal static class Tool
{
    /// <summary>Finds a program on the path, or of several with <c>|</c> between them the first that is there; null when none is installed.</summary>
    public static string? Find(string name) => name.Split('|').Select(FindOne).FirstOrDefault(path => path is not null);

    /// <summary>Says why a test that needs these programs cannot run here; null when it can.</summary>
    public static string? WhyNotHere(IEnumerable<string> names)
    {
        string[] missing = [.. names.Where(name => Find(name) is null)];
        return missing.Length == 0 ? null : $"{string.Join(" and ", missing).Replace("|", " or ", StringComparison.Ordinal)} not installed; .ci/run installs what the tests need.";
    }

    private static string? FindOne(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(["/usr/sbin", "/sbin"])
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
            .FirstOrDefault(File.Exists);
}
