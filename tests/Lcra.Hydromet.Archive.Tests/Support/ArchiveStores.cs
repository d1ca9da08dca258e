using Microsoft.Data.Sqlite;

namespace Lcra.Hydromet.Archive.Tests.Support;

/// <summary>Empty stores for tests: files in a temporary folder, and databases of one server that is started when the first is needed.</summary>
public sealed class ArchiveStores : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hydromet-archive-").FullName;
    private readonly Dictionary<ArchiveProvider, ArchiveOptions> _templates = [];
    private PostgreSqlServer? _server;
    private int _files;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>Gives the path of a file that is not there yet.</summary>
    internal string NextFile() => Path.Combine(_folder, $"archive{Interlocked.Increment(ref _files)}.db");

    internal async Task<PostgreSqlServer> ServerAsync() => _server ??= await PostgreSqlServer.StartAsync();

    /// <summary>Gives a store without tables.</summary>
    internal async Task<ArchiveOptions> NextEmptyAsync(ArchiveProvider provider) => provider == ArchiveProvider.Sqlite
        ? ArchiveOptions.ForFile(NextFile())
        : new ArchiveOptions { Provider = provider, ConnectionString = await (await ServerAsync()).CreateDatabaseAsync() };

    /// <summary>Gives a store with its tables, which are made once and copied.</summary>
    internal async Task<ArchiveOptions> NextAsync(ArchiveProvider provider)
    {
        if (!_templates.TryGetValue(provider, out ArchiveOptions? template))
        {
            template = await NextEmptyAsync(provider);
            await using HydrometArchive archive = await HydrometArchive.OpenAsync(template);
            _templates.Add(provider, template);
        }

        if (provider == ArchiveProvider.PostgreSql)
        {
            return new ArchiveOptions { Provider = provider, ConnectionString = await (await ServerAsync()).CreateDatabaseAsync(template.ConnectionString) };
        }

        string file = NextFile();
        File.Copy(new SqliteConnectionStringBuilder(template.ConnectionString).DataSource, file);
        return ArchiveOptions.ForFile(file);
    }

    internal async Task<HydrometArchive> OpenNextAsync(ArchiveProvider provider, TimeProvider clock) => await HydrometArchive.OpenAsync(await NextAsync(provider), clock);
}
