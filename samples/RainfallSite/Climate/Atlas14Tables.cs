using Lcra.Hydromet;
using RainfallSite.Settings;

namespace RainfallSite.Climate;

/// <summary>The tables of NOAA Atlas 14 that an operator downloaded, one for each gauge.</summary>
internal sealed class Atlas14Tables(IReadOnlyDictionary<SiteId, Atlas14Table> tables)
{
    private const int MaxTables = 500;
    private const string SettingName = $"{ClimateSettings.Section}:{nameof(ClimateSettings.Atlas14)}";

    /// <summary>Reads every table of the configured folder.</summary>
    /// <exception cref="InvalidOperationException">There is no such folder, it has too many files, or one is not a table named after a gauge.</exception>
    public static Atlas14Tables Read(IConfiguration configuration)
    {
        ClimateSettings settings = configuration.GetSection(ClimateSettings.Section).Get<ClimateSettings>() ?? new ClimateSettings();
        if (string.IsNullOrWhiteSpace(settings.Atlas14))
        {
            return new Atlas14Tables(new Dictionary<SiteId, Atlas14Table>());
        }

        FileInfo[] files = Directory.Exists(settings.Atlas14)
            ? [.. new DirectoryInfo(settings.Atlas14).EnumerateFiles("*.csv").Take(MaxTables + 1)]
            : throw SettingNames.Invalid(SettingName, "a folder", settings.Atlas14);
        return files.Length > MaxTables
            ? throw SettingNames.Invalid(SettingName, $"a folder with at most {MaxTables} tables", settings.Atlas14)
            : new Atlas14Tables(files.ToDictionary(SiteOf, Table));
    }

    /// <summary>Gets the return period of a total: of a window of hours, or of whole calendar days.</summary>
    /// <returns>The return period; null without a table, an amount or rain, for months and years, and for days that are not over.</returns>
    public ReturnPeriod? Find(RainfallTotal total)
    {
        if (total is not { Inches: > 0 and var inches, Start: { } start, End: { } end, MeasuredUntil: null } || !tables.TryGetValue(total.Site.Id, out Atlas14Table? table))
        {
            return null;
        }

        ReturnPeriod? found = total.Period.Kind == RainfallPeriodKind.Rolling ? table.ReturnPeriodOf(inches, end - start)
            : total.IsPartial || CalendarWindows.Of(total.Period) is not null ? null
            : table.ReturnPeriodOfDays(inches, CentralTime.DayOf(end).DayNumber - CentralTime.DayOf(start).DayNumber);
        return found is { Missing: null } ? found : null;
    }

    private static SiteId SiteOf(FileInfo file) => SiteId.TryParse(Path.GetFileNameWithoutExtension(file.Name), out SiteId site)
        ? site
        : throw SettingNames.Invalid(SettingName, "a folder whose files are named after gauges, such as 3018.csv", file.FullName);

    private static Atlas14Table Table(FileInfo file)
    {
        try
        {
            return file.Length > Atlas14Table.MaxCharacters
                ? throw SettingNames.Invalid(SettingName, $"a folder with files of at most {Atlas14Table.MaxCharacters} bytes", file.FullName)
                : Atlas14Table.Parse(File.ReadAllText(file.FullName));
        }
        catch (HydrometFormatException invalid)
        {
            throw new InvalidOperationException($"{SettingNames.InEnvironment(SettingName)} has {file.FullName}, which is not a table of NOAA Atlas 14: {invalid.Message}", invalid);
        }
    }
}
