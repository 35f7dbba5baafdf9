namespace Pipeline.Infrastructure.Files.Tables;

/// <summary>How spreadsheets name columns.</summary>
internal static class ColumnLetters
{
    /// <summary>Of a column, from 1: A, Z, AA.</summary>
    public static string Of(int column) =>
        column <= 26 ? $"{(char)('A' + column - 1)}" : $"{Of((column - 1) / 26)}{(char)('A' + (column - 1) % 26)}";
}
