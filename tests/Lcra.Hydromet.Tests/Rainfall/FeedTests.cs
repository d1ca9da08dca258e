using System.Globalization;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

/// <summary>Tests that read feeds run twice: with a point and with a comma as the decimal separator.</summary>
public abstract class FeedTests(string culture) : IDisposable
{
    protected const string Point = "";
    protected const string Comma = "de-DE";
    private readonly CultureScope _scope = new(culture);

    [Fact]
    public void The_test_runs_in_its_culture() => Assert.Equal(culture, CultureInfo.CurrentCulture.Name);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _scope.Dispose();
}
