using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Rainfall.Internal;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

[Properties(Arbitrary = [typeof(RainfallProperties)])]
public class RainfallProperties
{
    public static Arbitrary<int[]> SiteNumbers => Gen.Choose(1000, 1040).ArrayOf().ToArbitrary();

    public static Arbitrary<PrintedAmount> PrintedAmounts =>
        Gen.Choose(0, 99_999_999).Zip(Gen.Choose(0, 6)).Select(printed => new PrintedAmount(printed.Item1, printed.Item2)).ToArbitrary();

    [Property]
    public bool The_join_has_every_site_of_every_feed(int[] recent, int[] fiveDay, int[] monthYear)
    {
        RainfallReport report = new(new RainfallFeedSet(
            Read(RainfallFeeds.Recent, recent, site => $"{site},Place,2026-10-02 06:55,0.01,0.02,0.03,0.04,0.05"),
            Read(RainfallFeeds.FiveDay, fiveDay, site => $"{site},Place,Basin,0.01,0.02,0.03,0.04,0.05,0.06,0.07"),
            Read(RainfallFeeds.MonthYear, monthYear, site => $"{site},Place,2026-10-02 06:55,0.01,0.02,0.03,0.04")));

        int[] joined = [.. report.Gauges.Select(gauge => int.Parse(gauge.Site.Id.Number, CultureInfo.InvariantCulture)).Order()];
        return joined.SequenceEqual(recent.Union(fiveDay).Union(monthYear).Order())
            && report.Gauges.All(gauge => gauge.Totals.All(total => total.Inches is null == total.Missing is not null));
    }

    [Property]
    public bool An_amount_is_read_as_it_was_printed(PrintedAmount printed)
    {
        decimal amount = new(printed.Digits, 0, 0, isNegative: false, (byte)printed.Decimals);
        decimal? read = Cell.ReadAmount(Encoding.ASCII.GetBytes(amount.ToString(CultureInfo.InvariantCulture))).Value;
        return read == amount || (printed.Decimals > 4 && read == Math.Round(amount, 2, MidpointRounding.AwayFromZero) && Math.Abs(amount - read.Value) < 0.00005m);
    }

    [Property]
    public bool Normalizing_a_column_name_twice_changes_nothing_more(NonNull<string> text) =>
        ColumnName.Normalize(ColumnName.Normalize(text.Get)) == ColumnName.Normalize(text.Get);

    [Property]
    public Property A_local_time_resolves_to_an_instant_that_shows_that_time_on_the_wall() =>
        Prop.ForAll(Gen.Choose(0, 60 * 24 * 365 * 4).ToArbitrary(), minutes =>
        {
            DateTime local = new DateTime(2024, 1, 1).AddMinutes(minutes);
            DateTime shown = CentralTime.Resolve(local, near: null).DateTime;
            return shown == local || (local.Hour == 2 && local.Month == 3 && shown == local.AddHours(1));
        });

    private static FeedResult Read(FeedDefinition definition, int[] sites, Func<int, string> row)
    {
        if (sites.Length == 0)
        {
            return new FeedResult(definition.Feed, null, new HydrometFormatException("no rows"));
        }

        string header = Encoding.ASCII.GetString(FeedFile.Read(definition.Feed, "plain")).Split("\r\n")[0];
        string body = header + "\r\n" + string.Concat(sites.Select(site => row(site) + "\r\n"));
        return new FeedResult(definition.Feed, FeedReader.Read(definition, Encoding.ASCII.GetBytes(body), TestReports.Morning), null);
    }

    /// <summary>An amount as its digits and how many of them are decimals.</summary>
    public sealed record PrintedAmount(int Digits, int Decimals);
}
