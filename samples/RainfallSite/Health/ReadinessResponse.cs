using RainfallSite.Archive;

namespace RainfallSite.Health;

/// <summary>Whether the site can serve visitors, and what its operator should know.</summary>
/// <param name="Status"><c>ready</c>, or what the site waits for.</param>
/// <param name="Feeds">The age or failure of each feed.</param>
/// <param name="Warnings">Problems of the configuration.</param>
/// <param name="Archive">The archive; null without one, and with the recording.</param>
internal sealed record ReadinessResponse(string Status, IReadOnlyList<FeedReadiness> Feeds, IReadOnlyList<string> Warnings, ArchiveState? Archive);
