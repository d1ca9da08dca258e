using Lcra.Hydromet;
using RainfallSite.Settings;

namespace RainfallSite.Alerts;

/// <summary>The settings <c>Alerts__*</c>: what to watch, and who gets the alerts.</summary>
internal sealed class AlertSettings
{
    public const string Section = "Alerts";

    /// <summary>Gets or sets the thresholds, such as <c>3018:24_hour:2.00; 2959:1_hour:1.00:0.50</c>.</summary>
    public string? Over { get; set; }

    /// <summary>Gets or sets the address that gets each alert.</summary>
    public string? Webhook { get; set; }

    /// <summary>Gets or sets the command that runs for each alert.</summary>
    public string? Run { get; set; }

    /// <summary>Reads the settings; null where nobody gets alerts.</summary>
    /// <exception cref="InvalidOperationException">A setting is not valid, or nobody gets the alerts of the thresholds.</exception>
    public static RainfallAlertOptions? Read(IConfiguration configuration)
    {
        AlertSettings settings = configuration.GetSection(Section).Get<AlertSettings>() ?? new AlertSettings();
        RainfallAlertOptions options = new() { Thresholds = [.. Thresholds(settings.Over)] };
        if (!string.IsNullOrWhiteSpace(settings.Webhook))
        {
            options.Webhook = Address(settings.Webhook);
        }

        if (!string.IsNullOrWhiteSpace(settings.Run))
        {
            options.SetCommand(settings.Run);
        }

        return options.Webhook is not null || options.Program is not null ? options
            : options.Thresholds.Count == 0 ? null
            : throw new InvalidOperationException($"{Section}__{nameof(Over)} has thresholds and nobody gets their alerts: set {Section}__{nameof(Webhook)} or {Section}__{nameof(Run)}.");
    }

    private static IEnumerable<RainfallThreshold> Thresholds(string? text) =>
        (text ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part =>
            RainfallThreshold.TryParse(part, out RainfallThreshold? threshold)
                ? threshold
                : throw SettingNames.Invalid($"{Section}:{nameof(Over)}", "thresholds such as 3018:24_hour:2.00, separated by semicolons", part));

    // The message has no address, because its path may be a secret.
    private static Uri Address(string text)
    {
        try
        {
            return new RainfallAlertOptions { Webhook = new Uri(text) }.Webhook!;
        }
        catch (Exception invalid) when (invalid is ArgumentException or UriFormatException)
        {
            throw SettingNames.Invalid($"{Section}:{nameof(Webhook)}", "an https address, or an http address on this machine (loopback)", "…");
        }
    }
}
