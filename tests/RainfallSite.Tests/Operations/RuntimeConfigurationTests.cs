using System.Text.Json;

namespace RainfallSite.Tests.Operations;

public sealed class RuntimeConfigurationTests
{
    [Fact]
    public void The_site_runs_with_the_workstation_collector_and_a_small_youngest_generation()
    {
        // Publishing copies this file as the build made it.
        string file = Path.Combine(AppContext.BaseDirectory, "RainfallSite.runtimeconfig.json");

        JsonElement properties = JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("runtimeOptions").GetProperty("configProperties");

        Assert.False(properties.GetProperty("System.GC.Server").GetBoolean());
        Assert.Equal(10 * 1024 * 1024, properties.GetProperty("System.GC.Gen0MaxBudget").GetInt32());
    }
}
