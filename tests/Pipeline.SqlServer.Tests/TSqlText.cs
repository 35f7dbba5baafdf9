using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Pipeline.SqlServer.Tests;

/// <summary>Reads T-SQL as SQL Server 2019 does.</summary>
internal static class TSqlText
{
    /// <summary>The syntax tree, and what keeps it from being one.</summary>
    public static (TSqlFragment Tree, IReadOnlyList<string> Errors) Parse(string sql)
    {
        using var reader = new StringReader(sql);
        var tree = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return (tree, [.. errors.Select(e => $"Line {e.Line}, column {e.Column}: {e.Message}")]);
    }

    /// <summary>The fragment's own words without spaces and comments, so that the same expression reads the same wherever it stands.</summary>
    public static string Of(TSqlFragment fragment) =>
        string.Join(
            ' ',
            fragment
                .ScriptTokenStream.Skip(fragment.FirstTokenIndex)
                .Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1)
                .Where(t =>
                    t.TokenType
                        is not (
                            TSqlTokenType.WhiteSpace
                            or TSqlTokenType.SingleLineComment
                            or TSqlTokenType.MultilineComment
                        )
                )
                .Select(t => t.Text)
        );

    /// <summary>
    /// The statements that an <c>EXEC(N'…')</c> holds. A variable in between can only be a piece of a name there, and any name does for the
    /// grammar.
    /// </summary>
    public static string? InnerText(ExecuteStatement execute) =>
        execute.ExecuteSpecification.ExecutableEntity is ExecutableStringList list
            ? string.Concat(list.Strings.Select(s => s is StringLiteral literal ? literal.Value : "variable"))
            : null;
}
