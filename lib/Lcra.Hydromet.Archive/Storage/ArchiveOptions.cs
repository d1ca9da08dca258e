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
    private const int MaxLiveDays = 179;

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

    /// <summary>Gets or sets a value indicating whether the archive is only read: its tables are not migrated, and the file not changed. The default is false.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>
    /// Gets or sets how many of the newest days <see cref="ArchivedHydrometClient"/> requests of LCRA where the archive lacks them, today included. The default is 3;
    /// 0 never requests any.
    /// </summary>
    public int LiveDays { get; set; } = 3;

    /// <summary>Makes the options of an SQLite file.</summary>
    /// <param name="path">The path of the file. It is created when the archive is opened, its folder is not.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static ArchiveOptions ForFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new ArchiveOptions { ConnectionString = new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString };
    }

    internal ArchiveOptions AsReadOnly()
    {
        ArchiveOptions copy = (ArchiveOptions)MemberwiseClone();
        copy.IsReadOnly = true;
        return copy;
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

        if (LiveDays is < 0 or > MaxLiveDays)
        {
            throw new ArgumentException($"{nameof(LiveDays)} must be 0 to {MaxLiveDays}, which is one request.", name);
        }
    }
}
