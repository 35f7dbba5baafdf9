using System.Globalization;

namespace Pipeline.Infrastructure.Files.Tables;

/// <summary>The number that a cell shows.</summary>
public static class CellNumber
{
    /// <summary>From a column's value: cents become units; nothing counts as zero.</summary>
    public static decimal Of(object? value, CellKind kind) =>
        value switch
        {
            null => 0,
            long whole => kind == CellKind.Money ? whole / 100m : whole,
            _ => Convert.ToDecimal(value, CultureInfo.InvariantCulture) / (kind == CellKind.Money ? 100 : 1),
        };
}
