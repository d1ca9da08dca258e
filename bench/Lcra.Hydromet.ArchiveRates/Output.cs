using System.Globalization;

namespace Lcra.Hydromet.ArchiveRates;

/// <summary>A name and a number a line.</summary>
internal static class Output
{
    public static void Print(string name, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.####}"));
}
