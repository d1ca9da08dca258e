using Lcra.Hydromet.Exports.Internal;

namespace Lcra.Hydromet;

/// <summary>A table that <see cref="RainfallExport"/> writes: its columns, alike in every format. <see cref="ExportTables"/> has the tables.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
public sealed class ExportTable<TRow>
{
    internal ExportTable(Func<TRow, bool> isMeasured, Func<TRow, Site>? place, params ExportColumn<TRow>[] fields)
    {
        IsMeasured = isMeasured;
        Place = place;
        Fields = fields;
        Columns = Array.AsReadOnly<ExportColumn>(fields);
    }

    /// <summary>Gets the columns in their order.</summary>
    public IReadOnlyList<ExportColumn> Columns { get; }

    internal ExportColumn<TRow>[] Fields { get; }

    /// <summary>Gets what tells whether a row is measured.</summary>
    internal Func<TRow, bool> IsMeasured { get; }

    /// <summary>Gets what gives the place of a row; null when rows have none, and then the table is not written as GeoJSON.</summary>
    internal Func<TRow, Site>? Place { get; }
}
