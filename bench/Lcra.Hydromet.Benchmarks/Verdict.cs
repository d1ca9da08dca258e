using System.Globalization;

namespace Lcra.Hydromet.Benchmarks;

/// <summary>Compares measurements with targets.</summary>
internal sealed class Verdict
{
    private readonly List<string> _rows = [];
    private bool _missed;

    public void AtMost(string what, double measured, double target) => Add(what, measured, $"<= {target}", measured <= target);

    public void AtLeast(string what, double measured, double target) => Add(what, measured, $">= {target}", measured >= target);

    /// <summary>Prints the table and returns the exit code, which is nonzero when a target was missed.</summary>
    public int Print()
    {
        Console.WriteLine("\n| target | measured | required | verdict |\n| :--- | ---: | ---: | :--- |");
        foreach (string row in _rows)
        {
            Console.WriteLine(row);
        }

        return _missed ? 1 : 0;
    }

    private void Add(string what, double measured, FormattableString asked, bool met)
    {
        _missed |= !met;
        _rows.Add(string.Create(CultureInfo.InvariantCulture, $"| {what} | {measured:F2} | {asked.ToString(CultureInfo.InvariantCulture)} | {(met ? "met" : "**missed**")} |"));
    }
}
