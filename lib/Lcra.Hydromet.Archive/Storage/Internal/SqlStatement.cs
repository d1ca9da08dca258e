namespace Lcra.Hydromet.Archive.Storage.Internal;

/// <summary>A statement with its values, and what takes each of its rows; null when it has none.</summary>
internal sealed record SqlStatement(string Sql, Action<ArchiveRow>? Take, params IReadOnlyList<(string Name, SqlValue Value)> Values);
