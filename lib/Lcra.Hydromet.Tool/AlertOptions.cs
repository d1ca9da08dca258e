using System.CommandLine;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>--run</c> and <c>--webhook</c>.</summary>
internal sealed class AlertOptions
{
    private readonly Option<string?> _run = new("--run")
    {
        Description = "Run this program for each alert, without a shell. It gets the alert as JSON on standard input and in variables such as HYDROMET_TEXT.",
        HelpName = "command",
    };

    private readonly Option<string?> _webhook = new("--webhook") { Description = "Send each alert as JSON by POST to this https address, or http address on this machine.", HelpName = "url" };

    public void AddTo(Command command)
    {
        command.Options.Add(_run);
        command.Options.Add(_webhook);
    }

    /// <summary>Reads where alerts go.</summary>
    /// <exception cref="ToolException">The address is not valid, or the command names no program.</exception>
    public RainfallAlertOptions Read(ParseResult parsed)
    {
        RainfallAlertOptions options = new();
        if (parsed.GetValue(_webhook) is { } webhook)
        {
            options.Webhook = Uri.TryCreate(webhook, UriKind.Absolute, out Uri? address) ? address
                : throw new ToolException(ExitCode.Usage, "--webhook must be an https address, or an http address on this machine (loopback).");
        }

        if (parsed.GetValue(_run) is { } run)
        {
            options.SetCommand(run);
        }

        return options;
    }
}
