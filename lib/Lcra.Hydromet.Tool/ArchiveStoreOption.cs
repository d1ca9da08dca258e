using System.CommandLine;
using Lcra.Hydromet.Archive;

namespace Lcra.Hydromet.CommandLine;

/// <summary>The option that names an archive: a file, or a connection string.</summary>
internal sealed class ArchiveStoreOption
{
    // A password on a command line is visible to others on the machine.
    private const string Variable = "HYDROMET_STORE";
    private const string DefaultFile = "hydromet.db";

    private readonly Option<string?> _store = new("--store")
    {
        Description = $"The archive: an SQLite file, or a connection string (Host=… for PostgreSQL). The default is the environment variable {Variable}, else {DefaultFile}.",
        HelpName = "file|connection string",
        Recursive = true,
    };

    public void AddTo(Command command) => command.Options.Add(_store);

    public ArchiveOptions Read(ParseResult parsed)
    {
        string text = parsed.GetValue(_store) ?? Environment.GetEnvironmentVariable(Variable) ?? DefaultFile;
        if (string.IsNullOrWhiteSpace(text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..]))
        {
            throw new ToolException(ExitCode.Usage, $"--store (or {Variable}) is empty: name an SQLite file, or a connection string (Host=…;Database=…).");
        }

        return Begins(text, "Host") || Begins(text, "Server") ? new ArchiveOptions { Provider = ArchiveProvider.PostgreSql, ConnectionString = text }
            : Begins(text, "Data Source") ? new ArchiveOptions { ConnectionString = text }
            : ArchiveOptions.ForFile(text);
    }

    private static bool Begins(string text, string key)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        return start.StartsWith(key, StringComparison.OrdinalIgnoreCase) && start[key.Length..].TrimStart().StartsWith("=", StringComparison.Ordinal);
    }
}
