namespace RainfallSite.Lakes;

/// <summary>Lakes under one caption.</summary>
internal sealed record LakeTable(string Id, string Caption, IReadOnlyList<LakeRow> Rows);
