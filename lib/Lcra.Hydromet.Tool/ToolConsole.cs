namespace Lcra.Hydromet.CommandLine;

/// <summary>
/// Where the program writes. What a program reads (lines, CSV, JSON) goes straight to the writers; only what a person sees on a terminal is a
/// table or has color. Names of gauges come from outside: characters that could steer a terminal are replaced.
/// </summary>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
/// <param name="outputTerminal">The terminal that standard output goes to; null when it is redirected.</param>
/// <param name="errorTerminal">The terminal that standard error goes to; null when it is redirected.</param>
internal sealed class ToolConsole(TextWriter output, TextWriter error, ToolTerminal? outputTerminal = null, ToolTerminal? errorTerminal = null)
{
    public TextWriter Output => output;

    public TextWriter Error => error;

    /// <summary>Gets a value indicating whether a person reads standard output.</summary>
    public bool IsTerminal => outputTerminal is not null;

    public void WriteLine(string line) => output.Write(Printable(line) + "\n");

    public void WriteLines(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            WriteLine(line);
        }
    }

    public void Flush() => output.Flush();

    /// <summary>Writes rows as a table on a terminal, else as a line each.</summary>
    public void WriteRows<T>(IReadOnlyCollection<T> rows, Func<T, string> line, params TableColumn<T>[] columns)
    {
        if (outputTerminal?.TryWriteTable(rows, columns) == true)
        {
            return;
        }

        WriteLines(rows.Select(line));
    }

    /// <summary>Writes an exported file to standard output, and what it left out to standard error.</summary>
    public async Task<ExportSummary> WriteFileAsync(Func<Stream, Task<ExportSummary>> write)
    {
        OutputStream stream = new(output, IsTerminal);
        await using (stream)
        {
            ExportSummary summary = await write(stream);
            await stream.FlushAsync();
            if (summary.MissingLeftOut > 0)
            {
                WriteNotice($"{summary.MissingLeftOut} rows that are not measured left out.");
            }

            return summary;
        }
    }

    public void WriteNotice(string line) => error.Write(Printable(line) + "\n");

    public void WriteError(string line)
    {
        if (errorTerminal is null)
        {
            WriteNotice(line);
        }
        else
        {
            errorTerminal.WriteError(Printable(line));
        }
    }

    /// <summary>Runs an action; a person at standard error sees how far it is.</summary>
    /// <param name="title">What runs.</param>
    /// <param name="end">The value at which the action is done.</param>
    /// <param name="action">The action, which reports its present value.</param>
    /// <returns>The result of the action.</returns>
    public Task<T> ShowProgressAsync<T>(string title, double end, Func<Action<double>, Task<T>> action) =>
        errorTerminal is null ? action(_ => { }) : errorTerminal.ShowProgressAsync(Printable(title), end, action);

    /// <summary>Runs an action; a person at standard error sees a text about it, and the part that is done.</summary>
    /// <param name="title">What runs.</param>
    /// <param name="action">The action, which reports a text and a part from 0 to 1.</param>
    /// <returns>The result of the action.</returns>
    public Task<T> ShowProgressAsync<T>(string title, Func<Action<string, double>, Task<T>> action) =>
        errorTerminal is null ? action((_, _) => { }) : errorTerminal.ShowProgressAsync(Printable(title), action);

    /// <summary>Replaces the characters that could steer a terminal.</summary>
    public static string Printable(string text) => string.Create(text.Length, text, static (characters, from) =>
    {
        for (int i = 0; i < characters.Length; i++)
        {
            characters[i] = char.IsControl(from[i]) && from[i] is not ('\n' or '\t') ? '?' : from[i];
        }
    });
}
