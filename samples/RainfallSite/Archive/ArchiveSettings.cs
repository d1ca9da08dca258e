using Lcra.Hydromet.Archive;
using RainfallSite.Settings;

namespace RainfallSite.Archive;

/// <summary>The settings <c>Archive__*</c>: where histories are stored, and whether this process requests what is missing.</summary>
internal sealed class ArchiveSettings
{
    public const string Section = "Archive";

    public ArchiveProvider Provider { get; set; } = ArchiveProvider.Sqlite;

    /// <summary>Gets or sets the file or server; null for a site without an archive.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Gets or sets a value indicating whether this process requests what is missing. It is one process's task.</summary>
    public bool Fill { get; set; }

    /// <summary>Gets a value indicating whether the archive is in memory and has the histories of the recording.</summary>
    internal bool IsRecording { get; private init; }

    /// <summary>Makes the settings of a site that serves a recording and has no archive of its own.</summary>
    public static ArchiveSettings OfRecording() => new() { ConnectionString = "Data Source=:memory:", IsRecording = true };

    /// <summary>Reads the settings; null without an archive.</summary>
    /// <param name="configuration">The configuration of the site.</param>
    /// <exception cref="InvalidOperationException">A setting is not valid, or there is no place to fill.</exception>
    public static ArchiveSettings? Read(IConfiguration configuration)
    {
        ArchiveSettings settings = configuration.GetSection(Section).Get<ArchiveSettings>() ?? new ArchiveSettings();
        if (!string.IsNullOrWhiteSpace(settings.ConnectionString))
        {
            return settings;
        }

        return settings.Fill
            ? throw SettingNames.Invalid($"{Section}:{nameof(ConnectionString)}", "the file or server that Archive__Fill fills, such as 'Data Source=/data/rain.db'", settings.ConnectionString)
            : null;
    }

    public ArchiveOptions ToOptions() => new() { Provider = Provider, ConnectionString = ConnectionString! };
}
