using Lcra.Hydromet;

namespace RainfallSite.Archive;

/// <summary>Days that a visitor requested and the archive lacks.</summary>
/// <param name="Site">The site.</param>
/// <param name="Parameter">The parameter.</param>
/// <param name="First">The first day, in Central time; all later ones are wanted too. <see cref="DateOnly.MinValue"/> is the whole record.</param>
internal readonly record struct ArchiveQueueEntry(SiteId Site, HistoryParameter Parameter, DateOnly First);
