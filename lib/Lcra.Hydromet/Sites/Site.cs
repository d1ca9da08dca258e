namespace Lcra.Hydromet;

/// <summary>A place with instruments, as the feeds name it.</summary>
public sealed record Site
{
    /// <summary>Gets the identity: agency and number.</summary>
    public required SiteId Id { get; init; }

    /// <summary>
    /// Gets the name that the feed gives, such as <c>Hamilton Creek near Marble Falls</c>; the number where it gives none.
    /// It is text from outside: encode it before showing it.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>Gets the basin from Rain5Day.csv, the only feed that names it; null when the site is not in that feed.</summary>
    public string? Basin { get; init; }
}
