using BenchmarkDotNet.Loggers;

namespace Lcra.Hydromet.Benchmarks;

/// <summary>Prints only the rows of a table.</summary>
internal sealed class TableLogger : ILogger
{
    private readonly System.Text.StringBuilder _line = new();

    public string Id => nameof(TableLogger);

    public int Priority => 0;

    public void Write(LogKind logKind, string text) => _line.Append(text);

    public void WriteLine() => WriteLine(LogKind.Default, "");

    public void WriteLine(LogKind logKind, string text)
    {
        string line = _line.Append(text).ToString();
        _line.Clear();
        if (line.StartsWith('|'))
        {
            Console.WriteLine(line.Replace("&#39;", "", StringComparison.Ordinal));
        }
    }

    public void Flush()
    {
    }
}
