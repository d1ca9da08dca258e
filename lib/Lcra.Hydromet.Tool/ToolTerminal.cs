using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Tables, progress, and colors for a person. Text is never read as markup.</summary>
internal sealed class ToolTerminal(IAnsiConsole terminal)
{
    private static readonly Style Plain = Style.Plain;
    private static readonly Style Alert = new(Color.Yellow);
    private static readonly Style Error = new(Color.Red);

    /// <summary>Creates a terminal over a writer.</summary>
    /// <param name="writer">Standard output or standard error.</param>
    /// <param name="hasColor">Whether to write escape codes: false for NO_COLOR.</param>
    public static ToolTerminal Create(TextWriter writer, bool hasColor) => new(AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(writer),
        Ansi = hasColor ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = hasColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,

        // The enrichers turn escape codes on for a known build server, even where the output is a file.
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
    }));

    public void WriteError(string line) => terminal.Write(new Text(line + "\n", Error));

    /// <summary>Writes a table, unless the terminal is too narrow for it.</summary>
    /// <returns>Whether the table was written.</returns>
    public bool TryWriteTable<T>(IReadOnlyCollection<T> rows, TableColumn<T>[] columns)
    {
        if (MinWidth(rows, columns) > terminal.Profile.Width)
        {
            return false;
        }

        Table table = new() { Border = terminal.Profile.Capabilities.Unicode ? TableBorder.Rounded : TableBorder.Ascii };
        foreach (TableColumn<T> column in columns)
        {
            table.AddColumn(new Spectre.Console.TableColumn(new Text(column.Title))
            {
                NoWrap = column.IsWhole,
                Alignment = column.IsNumber ? Justify.Right : Justify.Left,
            });
        }

        foreach (T row in rows)
        {
            table.AddRow(columns.Select(column => Cell(row, column)));
        }

        terminal.Write(table);
        return true;
    }

    /// <summary>Shows how far an action is while it runs, and takes the line away after it.</summary>
    public Task<T> ShowProgressAsync<T>(string title, double end, Func<Action<double>, Task<T>> action) => terminal.Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
        .StartAsync(context =>
        {
            ProgressTask task = context.AddTask(Markup.Escape(title), maxValue: Math.Max(1, end));
            return action(value => task.Value = value);
        });

    /// <summary>Shows a text about an action and how far it is, and takes the line away after it.</summary>
    public Task<T> ShowProgressAsync<T>(string title, Func<Action<string, double>, Task<T>> action) => terminal.Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
        .StartAsync(context =>
        {
            ProgressTask task = context.AddTask(Markup.Escape(title), maxValue: 1);
            return action((text, part) =>
            {
                task.Description = Markup.Escape(ToolConsole.Printable(text));
                task.Value = part;
            });
        });

    // A table cuts values that are not to be broken when it lacks the room, so the room is measured before.
    private int MinWidth<T>(IReadOnlyCollection<T> rows, TableColumn<T>[] columns)
    {
        const int Padding = 3;
        RenderOptions options = RenderOptions.Create(terminal, terminal.Profile.Capabilities);
        return 1 + columns.Sum(column => Padding + rows.Select(row => Cell(row, column)).Prepend(new Text(column.Title)).Max(cell => WidthOf(cell, column.IsWhole)));

        int WidthOf(IRenderable cell, bool isWhole)
        {
            Measurement width = cell.Measure(options, int.MaxValue);
            return isWhole ? width.Max : width.Min;
        }
    }

    private static Text Cell<T>(T row, TableColumn<T> column) =>
        new(ToolConsole.Printable(column.Text(row)), column.IsAlert?.Invoke(row) == true ? Alert : Plain);
}
