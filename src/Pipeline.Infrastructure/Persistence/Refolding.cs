using Microsoft.EntityFrameworkCore.Migrations;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>Brings folded columns of databases that are there already to what the domain folds now; within migrations.</summary>
internal static class Refolding
{
    private static readonly (string Letter, string Two)[] Ligatures =
    [
        ("œ", "oe"),
        ("æ", "ae"),
        ("ß", "ss"),
        ("ĳ", "ij"),
    ];

    private static readonly (string Table, string Column)[] Folded =
    [
        ("Projects", "NameKey"),
        ("Projects", "SearchText"),
        ("Organisations", "NameKey"),
    ];

    /// <summary>Takes ligatures apart, which were kept as one letter before.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="unicode">What the database wants in front of a text that its code page may not hold.</param>
    public static void TakeLigaturesApart(MigrationBuilder migration, string unicode = "")
    {
        foreach (var (table, column) in Folded)
        foreach (var (letter, two) in Ligatures)
            migration.Sql(
                $"""
                UPDATE "{table}" SET "{column}" = REPLACE("{column}", {unicode}'{letter}', {unicode}'{two}')
                WHERE "{column}" LIKE {unicode}'%{letter}%';
                """
            );
    }
}
