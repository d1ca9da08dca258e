using Microsoft.Data.Sqlite;

namespace Lcra.Hydromet.Archive;

/// <summary>Where an archive is, and how long it waits for others.</summary>
/// <example>
/// <code>
/// ArchiveOptions options = ArchiveOptions.ForFile("rain.db");
/// </code>
/// </example>
public sealed class ArchiveOptions
{
    /// <summary>Gets or sets the database. The default is SQLite.</summary>
    public ArchiveProvider Provider { get; set; } = ArchiveProvider.Sqlite;

    /// <summary>
    /// Gets or sets the connection string, such as <c>Data Source=rain.db</c> or <c>Host=db;Database=rain;Username=rain;Password=…</c>.
    /// <c>Data Source=:memory:</c> is an archive that ends with its object. The default is the file <c>hydromet.db</c> of the current folder.
    /// </summary>
    public string ConnectionString { get; set; } = "Data Source=hydromet.db";

    /// <summary>Gets or sets how long an operation waits for another one that has locked the archive. The default is 30 seconds.</summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets how old a day is when its readings are packed into one row, which takes a tenth of the space. The default is 40 days.
    /// </summary>
    public TimeSpan PackAfter { get; set; } = TimeSpan.FromDays(40);

    /// <summary>Makes the options of an SQLite file.</summary>
    /// <param name="path">The path of the file. It is created when the archive is opened, its folder is not.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static ArchiveOptions ForFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new ArchiveOptions { ConnectionString = new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString };
    }

    internal void Validate(string name)
    {
        if (!Enum.IsDefined(Provider))
        {
            throw new ArgumentException($"{nameof(Provider)} is not an {nameof(ArchiveProvider)}: use Sqlite or PostgreSql.", name);
        }

        if (string.IsNullOrWhiteSpace(ConnectionString))
        {
            throw new ArgumentException($"{nameof(ConnectionString)} is empty: set it to a file (Data Source=rain.db) or a server (Host=…;Database=…).", name);
        }

        if (LockTimeout <= TimeSpan.Zero || LockTimeout > TimeSpan.FromHours(1))
        {
            throw new ArgumentException($"{nameof(LockTimeout)} must be above zero and at most an hour.", name);
        }

        if (PackAfter < TimeSpan.FromDays(1) || PackAfter > TimeSpan.FromDays(36_500))
        {
            throw new ArgumentException($"{nameof(PackAfter)} must be 1 to 36,500 days.", name);
        }
    }
}
