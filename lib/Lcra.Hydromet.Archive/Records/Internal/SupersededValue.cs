using Lcra.Hydromet.Archive.Packing.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>A value that LCRA has corrected, with the time in which it was the newest one, in seconds since 1970.</summary>
internal readonly record struct SupersededValue(ArchivedValue Value, long KnownAt, long BelievedUntil);
