using Lcra.Hydromet.Archive.Tests.Support;
using Lcra.Hydromet.Tests.Readers;
using Npgsql;

namespace Lcra.Hydromet.Archive.Tests.Docs;

/// <summary>The code of docs/exports/postgresql.md gives the true values on a server, wherever the machine is.</summary>
[Collection(SharedStores.Name)]
public sealed class PostgreSqlRecipeTests(ArchiveStores stores, ExportedFiles files) : IClassFixture<ExportedFiles>
{
    [ReaderTheory("psql", PostgreSqlServer.Program)]
    [InlineData("America/Chicago")]
    [InlineData("UTC")]
    public async Task PostgreSQL(string zone)
    {
        NpgsqlConnectionStringBuilder connection = new(await (await stores.ServerAsync()).CreateDatabaseAsync());
        string database = $"postgresql://{connection.Username}@{connection.Host}:{connection.Port}/{connection.Database}";

        files.AssertTrue(await ReaderProgram.RunAsync(database, await RecipePage.CodeAsync("postgresql"), files.Folder, zone));
        Assert.Equal($"{files.Counts.Rows} {files.Counts.Amounts}\n", await ReaderProgram.RunAsync(database, await RecipePage.CodeAsync("postgresql", 1), files.Folder, zone));
    }
}
