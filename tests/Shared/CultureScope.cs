using System.Globalization;

namespace Lcra.Hydromet.TestSupport;

/// <summary>Runs what is inside under a culture and checks that the culture is really there.</summary>
internal sealed class CultureScope : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public CultureScope(string name)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
        string expected = name.StartsWith("de", StringComparison.Ordinal) ? "1,5" : "1.5";
        Assert.Equal(expected, 1.5m.ToString(CultureInfo.CurrentCulture));
    }

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
