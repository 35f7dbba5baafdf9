using Pipeline.Application.Exports;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Tables;
using Pipeline.Infrastructure.Identity;

namespace Pipeline.Infrastructure.Files.Registers;

/// <summary>Writes the queries from the registers' own columns, so that none asks for a column that is not there.</summary>
internal sealed class ExcelConnectionWriter(LinkAddress address) : IExcelConnectionWriter
{
    private static readonly Text Head = new(
        "In Excel: Data, Get Data, From Other Sources, Blank Query, Advanced Editor; paste one query each. When asked, sign in with Basic: any user name, an API key of the portfolio as the password.",
        "Dans Excel : Données, Obtenir des données, À partir d'autres sources, Requête vide, Éditeur avancé ; collez une requête à la fois. À la demande, connectez-vous en mode Basique : un nom d'utilisateur quelconque, une clé d'API du portefeuille comme mot de passe."
    );

    public string Write(ExcelConnection connection)
    {
        return string.Join(
            '\n',
            $"// Pipeline, {Quoted(connection.PortfolioCode)}",
            $"// {Head.In(connection.Language)}",
            Register<ProjectRow>("projects"),
            Register<TransitionRow>("transitions"),
            Register<CommitmentRow>("commitments"),
            Register<DeliveryRow>("deliveries")
        );

        string Register<TRow>(string path)
        {
            var register = KnownRegisters.Of<TRow>();
            return $"\n// {register.Sheet.In(connection.Language)}\n{Query(register.Columns, path)}";
        }

        string Query<TRow>(IReadOnlyList<Column<TRow>> columns, string path) =>
            $$"""
                let
                    Source = Json.Document(
                        Web.Contents(
                            "{{address.Base}}",
                            [
                                RelativePath = "api/v1/{{path}}/export.json",
                                Query = [portfolioId = "{{connection.PortfolioId}}", lang = "{{Codes.Of(
                    connection.Language
                )}}"]
                            ]
                        )
                    ),
                    Rows = Table.FromRecords(Source, {{{string.Join(
                    ", ",
                    columns.SelectMany(c => c.Fields).Select(f => $"\"{f.Key}\"")
                )}}}, MissingField.UseNull),
                    Typed = Table.TransformColumnTypes(
                        Rows,
                        {
                {{string.Join(",\n", columns.SelectMany(c => c.Fields).Select(f => $"            {{\"{f.Key}\", {TypeOf(f.Kind)}}}"))}}
                        },
                        "en-US"
                    )
                in
                    Typed

                """;
    }

    private static string TypeOf(CellKind kind) =>
        kind switch
        {
            CellKind.Text => "type text",
            CellKind.Whole or CellKind.Year => "Int64.Type",
            CellKind.Money => "Currency.Type",
            CellKind.Share => "Percentage.Type",
            CellKind.Date => "type date",
            CellKind.Instant => "type datetimezone",
            _ => "type number",
        };

    // A comment ends with its line.
    private static string Quoted(string code) => string.Concat(code.Where(c => !char.IsControl(c)));
}
