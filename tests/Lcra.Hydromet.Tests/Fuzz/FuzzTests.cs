namespace Lcra.Hydromet.Tests.Fuzz;

/// <summary>Five thousand broken feeds. scripts/fuzz.sh runs as many as you like, and names the seed of a case that fails.</summary>
public class FuzzTests
{
    private const int CasesInAPart = 1_000;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_number_from_a_broken_feed_is_the_number_that_stands_there(int part)
    {
        using FuzzRun run = new();
        for (int number = 0; number < CasesInAPart; number++)
        {
            ulong seed = (ulong)((part * CasesInAPart) + number);
            string? finding = await run.TryAsync(seed);
            Assert.True(finding is null, $"Case {seed}: {finding}");
        }

        Assert.InRange(run.NumbersCompared, CasesInAPart, long.MaxValue);
        Assert.InRange(run.Refused, 1, CasesInAPart - 1);
    }
}
