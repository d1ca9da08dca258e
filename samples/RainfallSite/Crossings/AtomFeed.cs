using System.Globalization;
using System.Xml.Linq;
using Lcra.Hydromet;
using RainfallSite.Widgets;

namespace RainfallSite.Crossings;

/// <summary>
/// An Atom feed of a threshold: one entry for the state now, and one for each crossing in this process's reports.
/// An entry's id depends only on the address and the observation time, so all replicas behind one address use the same.
/// </summary>
internal static class AtomFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static string Write(RainfallTotal total, decimal over, IReadOnlyList<Crossing> crossings, Uri self, Uri page, bool isRecording)
    {
        DateTimeOffset updated = total.ObservedAt ?? total.Source.ReportedAt ?? total.Source.FetchedAt ?? DateTimeOffset.UnixEpoch;
        string subject = $"{TotalFormatter.Gauge(total.Site)}, {total.Period.Name}";
        XElement feed = new(
            Atom + "feed",
            new XElement(Atom + "id", self.AbsoluteUri),
            new XElement(Atom + "title", $"Rain over {TotalFormatter.Inches(over)} inches: {subject}"),
            new XElement(Atom + "subtitle", $"{(isRecording ? "A recording, not live. " : "")}Provisional data, not a warning service. Crossings that this server saw since it started."),
            new XElement(Atom + "updated", Time(updated)),
            new XElement(Atom + "author", new XElement(Atom + "name", "Lower Colorado River Authority, read by RainfallSite")),
            Link("self", "application/atom+xml", self),
            Link("alternate", "text/html", page),
            Entry(self, "now", $"Now: {State(total, over)}", updated, page, $"{subject}: {TotalFormatter.Amount(total)}; {TotalFormatter.Window(total)}; {TotalFormatter.Source(total.Source)}{TotalFormatter.Conflicts(total)}."));
        foreach (Crossing crossing in crossings)
        {
            string what = crossing.IsRise ? "rose over" : "fell back to or below";
            CrossingPoint after = crossing.After;
            string amount = $"{TotalFormatter.Inches(after.Inches!.Value)} inches{after.Doubt}";
            feed.Add(Entry(
                self,
                after.SeenAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
                $"{(crossing.IsRise ? "Rose" : "Fell")}: {amount}",
                after.SeenAt,
                page,
                $"{subject}: {what} {TotalFormatter.Inches(over)} inches, from {TotalFormatter.Inches(crossing.Before.Inches!.Value)} to {amount}, "
                    + $"as read {TotalFormatter.Moment(after.SeenAt)}{after.Conflicts}."));
        }

        return new XDeclaration("1.0", "utf-8", standalone: null) + "\n" + feed.ToString(SaveOptions.DisableFormatting);
    }

    private static string State(RainfallTotal total, decimal over) => total.Inches is { } inches
        ? $"{TotalFormatter.Inches(inches)} inches{TotalFormatter.Doubt(total)}, {(inches > over ? "over" : "not over")} {TotalFormatter.Inches(over)}"
        : TotalFormatter.Amount(total);

    private static XElement Entry(Uri self, string name, string title, DateTimeOffset updated, Uri page, string content) => new(
        Atom + "entry",
        new XElement(Atom + "id", $"{self.AbsoluteUri}#{name}"),
        new XElement(Atom + "title", title),
        new XElement(Atom + "updated", Time(updated)),
        Link("alternate", "text/html", page),
        new XElement(Atom + "content", new XAttribute("type", "text"), content));

    private static XElement Link(string relation, string type, Uri address) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", address.AbsoluteUri));

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
