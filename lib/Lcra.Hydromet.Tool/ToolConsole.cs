namespace Lcra.Hydromet.CommandLine;

/// <summary>Where the program writes. Names of gauges come from outside: what could steer a terminal is taken out.</summary>
internal sealed class ToolConsole(TextWriter output, TextWriter error, bool isErrorTerminal)
{
    public TextWriter Output => output;

    public TextWriter Error => error;

    public void WriteLine(string line) => output.Write(Printable(line) + "\n");

    public void Flush() => output.Flush();

    public void WriteError(string line) => error.Write(Printable(line) + "\n");

    /// <summary>Shows how far a long command is, on one line, and only to a person.</summary>
    public void Progress(string line)
    {
        if (isErrorTerminal)
        {
            error.Write($"\r{Printable(line),-60}");
        }
    }

    public void EndProgress()
    {
        if (isErrorTerminal)
        {
            error.Write($"\r{"",-60}\r");
        }
    }

    private static string Printable(string text) => string.Create(text.Length, text, static (characters, from) =>
    {
        for (int i = 0; i < characters.Length; i++)
        {
            characters[i] = char.IsControl(from[i]) && from[i] is not ('\n' or '\t') ? '?' : from[i];
        }
    });
}
