using System.Text.Json;

namespace Lcra.Hydromet;

/// <summary>A column of an exported table.</summary>
public abstract class ExportColumn
{
    private protected ExportColumn(string name, ExportColumnType type, string? unit)
    {
        Name = name;
        JsonName = JsonEncodedText.Encode(name);
        Type = type;
        Unit = unit;
    }

    /// <summary>Gets the name, which ends with the unit of a number (<c>rain_in</c>).</summary>
    public string Name { get; }

    /// <summary>Gets the type of the values.</summary>
    public ExportColumnType Type { get; }

    /// <summary>Gets the unit of the values, such as <c>in</c>; null when they have none.</summary>
    public string? Unit { get; }

    internal JsonEncodedText JsonName { get; }

    /// <summary>Formats the column as its name, type and unit.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name}: {Type}{(Unit is null ? "" : ", ")}{Unit}";
}
