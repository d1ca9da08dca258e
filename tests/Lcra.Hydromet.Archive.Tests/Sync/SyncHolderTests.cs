using System.Diagnostics;
using Lcra.Hydromet.Archive.Sync.Internal;

namespace Lcra.Hydromet.Archive.Tests.Sync;

public class SyncHolderTests
{
    [Fact]
    public void A_run_of_this_process_is_not_gone()
    {
        Assert.False(SyncHolder.IsGone(new SyncHolder().Text));
        Assert.NotEqual(new SyncHolder().Text, new SyncHolder().Text);
    }

    [Fact]
    public async Task A_process_that_ended_is_gone_and_so_is_one_before_with_the_same_number()
    {
        string[] parts = new SyncHolder().Text.Split('|');
        using Process process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["--version"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        await process.WaitForExitAsync();

        Assert.True(SyncHolder.IsGone(string.Join('|', parts[0], process.Id, parts[2], parts[3])));
        Assert.True(SyncHolder.IsGone(string.Join('|', parts[0], parts[1], "another", parts[3])));
    }

    [Theory]
    [InlineData("another machine|1|token|run")]
    [InlineData("")]
    [InlineData("anything")]
    public void Of_another_machine_nothing_is_known(string holder) => Assert.False(SyncHolder.IsGone(holder));
}
