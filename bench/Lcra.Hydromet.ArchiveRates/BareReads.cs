using System.Data.Common;
using Lcra.Hydromet.Archive;

namespace Lcra.Hydromet.ArchiveRates;

/// <summary>The reads of the library as bare statements of ADO.NET, on a connection that is open, with the number of the site known.</summary>
internal sealed class BareReads(DbConnection connection, bool isSqlite, int site)
{
    private static readonly DateOnly Epoch = new(1970, 1, 1);

    private const string Readings = "SELECT observed_at, value, other_value, request_id FROM reading WHERE site_id = @site AND parameter = 1 AND observed_at >= @start AND observed_at < @end ORDER BY observed_at";

    private const string Days = "SELECT day, amount, other_amount, request_id, partial FROM daily WHERE site_id = @site AND day >= @first AND day <= @last ORDER BY day";

    private const string DayOfSites =
        """
        SELECT agency, number, (SELECT partial FROM daily WHERE site_id = site.id AND day = @first),
          (SELECT amount FROM daily WHERE site_id = site.id AND day = @first), (SELECT other_amount FROM daily WHERE site_id = site.id AND day = @first) FROM site
        """;

    private const string NewestOfSites =
        "SELECT agency, number, observed_at, value, other_value FROM newest JOIN site ON site.id = newest.site_id WHERE parameter = 1";

    public Task<int> WindowAsync(DateOnly day) => ReadAsync(
        Readings,
        reader => new HistoryRecord { ObservedAt = CentralTime.At(At(reader, 0)), Value1 = reader.IsDBNull(1) ? null : reader.GetInt32(1) / 100m },
        Span(day, day));

    /// <summary>The rain of each local day of a year, by no rule but that a rise is rain.</summary>
    public async Task<decimal[]> YearAsync(DateOnly first, DateOnly last)
    {
        decimal[] days = new decimal[last.DayNumber - first.DayNumber + 1];
        int? before = null;
        int place = 0;
        DateTimeOffset next = CentralTime.StartOfDay(first.AddDays(1));
        await ReadAsync(
            Readings,
            reader =>
            {
                DateTimeOffset at = At(reader, 0);
                int? value = reader.IsDBNull(1) ? null : reader.GetInt32(1);
                while (at > next)
                {
                    place++;
                    next = CentralTime.StartOfDay(first.AddDays(place + 1));
                }

                days[place] += value > before ? (value.Value - before.Value) / 100m : 0;
                before = value ?? before;
                return place;
            },
            Span(first, last));
        return days;
    }

    public async Task<int> RankAsync(DateOnly first, DateOnly last, DateOnly day)
    {
        List<DailyRainfall> days = [];
        await ReadAsync(
            Days,
            reader =>
            {
                days.Add(new DailyRainfall { Day = Day(reader, 0), Inches = reader.IsDBNull(1) ? null : reader.GetInt32(1) / 100m, OtherInches = reader.IsDBNull(2) ? null : reader.GetInt32(2) / 100m, IsPartial = reader.GetBoolean(4) });
                return days.Count;
            },
            ("@site", site), ("@first", Of(first)), ("@last", Of(last)));
        return Ranks.Of(days, day);
    }

    public Task<int> NetworkDayAsync(DateOnly day) => ReadAsync(
        DayOfSites,
        reader => new SiteRecord<DailyRainfall>(
            new SiteId(reader.GetString(0), reader.GetString(1)), new DailyRainfall { Day = day, Inches = reader.IsDBNull(3) ? null : reader.GetInt32(3) / 100m, IsPartial = reader.GetBoolean(2) }),
        ("@first", Of(day)));

    public Task<int> NewestAsync() => ReadAsync(
        NewestOfSites,
        reader => new SiteRecord<HistoryRecord>(
            new SiteId(reader.GetString(0), reader.GetString(1)), new HistoryRecord { ObservedAt = CentralTime.At(At(reader, 2)), Value1 = reader.IsDBNull(3) ? null : reader.GetInt32(3) / 100m }));

    private async Task<int> ReadAsync<T>(string sql, Func<DbDataReader, T> convert, params (string Name, object Value)[] values)
    {
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach ((string name, object value) in values)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        await using DbDataReader reader = await command.ExecuteReaderAsync();
        List<T> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(convert(reader));
        }

        return rows.Count;
    }

    private (string Name, object Value)[] Span(DateOnly first, DateOnly last) =>
        [("@site", site), ("@start", Of(CentralTime.StartOfDay(first))), ("@end", Of(CentralTime.StartOfDay(last.AddDays(1))))];

    private object Of(DateTimeOffset instant) => isSqlite ? instant.ToUnixTimeSeconds() : instant.UtcDateTime;

#pragma warning disable CA1859 // The number of a day in SQLite is not a DateOnly.
    private object Of(DateOnly day) => isSqlite ? day.DayNumber - Epoch.DayNumber : day;
#pragma warning restore CA1859

    private DateTimeOffset At(DbDataReader reader, int column) => isSqlite ? DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(column)) : new DateTimeOffset(reader.GetDateTime(column));

    private DateOnly Day(DbDataReader reader, int column) => isSqlite ? Epoch.AddDays(reader.GetInt32(column)) : reader.GetFieldValue<DateOnly>(column);
}
