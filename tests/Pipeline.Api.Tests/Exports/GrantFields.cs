using System.Globalization;
using System.Text.Json.Nodes;

namespace Pipeline.Api.Tests.Exports;

/// <summary>What a file of the 360Giving Data Standard writes of a grant, days and months in one form.</summary>
internal sealed record GrantFields(
    string Identifier,
    string Title,
    string Currency,
    decimal Amount,
    string Awarded,
    string Starts,
    string Ends,
    string Months,
    string RecipientIdentifier,
    string Recipient,
    string FunderIdentifier,
    string Funder
)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "dd/MM/yyyy HH:mm", "MM/yyyy", "d MMMM yyyy"];

    /// <summary>All of a file, by how its name ends.</summary>
    public static IReadOnlyList<GrantFields> Of(byte[] file, string name) =>
        name.EndsWith("json", StringComparison.Ordinal) ? OfJson(file) : OfCsv(file);

    private static IReadOnlyList<GrantFields> OfJson(byte[] file) =>
        [
            .. JsonNode.Parse(file)!["grants"]!
                .AsArray()
                .Select(g =>
                {
                    var planned = g!["plannedDates"]?[0];
                    var (recipient, funder) = (g["recipientOrganization"]![0]!, g["fundingOrganization"]![0]!);
                    return new GrantFields(
                        $"{g["id"]}",
                        $"{g["title"]}",
                        $"{g["currency"]}",
                        Number(g["amountAwarded"]!.ToJsonString()),
                        Day($"{g["awardDate"]}"),
                        Day($"{planned?["startDate"]}"),
                        Day($"{planned?["endDate"]}"),
                        MonthsOf($"{planned?["duration"]}"),
                        $"{recipient["id"]}",
                        $"{recipient["name"]}",
                        $"{funder["id"]}",
                        $"{funder["name"]}"
                    );
                }),
        ];

    private static IReadOnlyList<GrantFields> OfCsv(byte[] file)
    {
        var table = RegisterFile.OfCsv(file);
        return [.. table.Rows.Select(Grant)];

        GrantFields Grant(IReadOnlyList<string> row)
        {
            return new(
                Cell("Identifier"),
                Cell("Title"),
                Cell("Currency"),
                Number(Cell("Amount Awarded")),
                Day(Cell("Award Date")),
                Day(Cell("Planned Dates:Start Date")),
                Day(Cell("Planned Dates:End Date")),
                MonthsOf(Cell("Planned Dates:Duration (months)")),
                Cell("Recipient Org:Identifier"),
                Cell("Recipient Org:Name"),
                Cell("Funding Org:Identifier"),
                Cell("Funding Org:Name")
            );

            string Cell(string heading) => row[table.Headings.ToList().IndexOf(heading)];
        }
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Day(string text) =>
        text.Length == 0
            ? ""
            : DateTime
                .ParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None)
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // A funder that writes "Undefined" says nothing.
    private static string MonthsOf(string text) =>
        text == "Undefined" ? "" : text.Replace(" months", "", StringComparison.Ordinal);
}
