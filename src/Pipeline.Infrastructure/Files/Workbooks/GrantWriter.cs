using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using Pipeline.Application.Exports;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Workbooks;

/// <summary>The 360Giving Data Standard, as JSON and under the headings of its spreadsheets (docs/imports.md).</summary>
internal sealed class GrantWriter : IGrantWriter
{
    private static readonly string[] Headings =
    [
        "Identifier",
        "Title",
        "Description",
        "Currency",
        "Amount Awarded",
        "Award Date",
        "Planned Dates:Start Date",
        "Planned Dates:End Date",
        "Planned Dates:Duration (months)",
        "Recipient Org:Identifier",
        "Recipient Org:Name",
        "Recipient Org:Country",
        "Funding Org:Identifier",
        "Funding Org:Name",
    ];

    // It is a file, and no part of a page: letters stay as they are.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void Write(IReadOnlyList<PublishedGrant> grants, GrantFormat format, Stream target)
    {
        if (format == GrantFormat.Json)
            WriteJson(grants, target);
        else
            WriteCsv(grants, target);
    }

    private static void WriteCsv(IReadOnlyList<PublishedGrant> grants, Stream target)
    {
        using var writer = CsvWriter.Create(target, CsvWriterOptions.Default, leaveOpen: true);
        writer.WriteRecord(Headings);
        foreach (var g in grants)
            writer.WriteRecord(
                Array.ConvertAll(
                    [
                        g.Identifier,
                        g.Title,
                        g.Description,
                        g.Currency,
                        (g.Cents / 100m).ToString("0.00", CultureInfo.InvariantCulture),
                        Day(g.AwardedOn),
                        g.StartsOn is { } starts ? Day(starts) : "",
                        g.EndsOn is { } ends ? Day(ends) : "",
                        g.DurationMonths?.ToString(CultureInfo.InvariantCulture) ?? "",
                        IdentifierOf(g.Recipient),
                        g.Recipient.Name,
                        g.Recipient.Country ?? "",
                        IdentifierOf(g.Funder),
                        g.Funder.Name,
                    ],
                    FormulaText.Guarded
                )
            );
    }

    private static void WriteJson(IReadOnlyList<PublishedGrant> grants, Stream target)
    {
        using var json = new Utf8JsonWriter(target, Options);
        json.WriteStartObject();
        json.WriteStartArray("grants");
        foreach (var grant in grants)
            Write(json, grant);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PublishedGrant grant)
    {
        json.WriteStartObject();
        json.WriteString("id", grant.Identifier);
        json.WriteString("title", grant.Title);
        json.WriteString("description", grant.Description);
        json.WriteString("currency", grant.Currency);
        json.WriteNumber("amountAwarded", grant.Cents / 100m);
        json.WriteString("awardDate", Day(grant.AwardedOn));
        if (grant is not { StartsOn: null, EndsOn: null, DurationMonths: null })
        {
            json.WriteStartArray("plannedDates");
            json.WriteStartObject();
            if (grant.StartsOn is { } starts)
                json.WriteString("startDate", Day(starts));
            if (grant.EndsOn is { } ends)
                json.WriteString("endDate", Day(ends));
            if (grant.DurationMonths is { } months)
                json.WriteString("duration", months.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
            json.WriteEndArray();
        }
        Write(json, "recipientOrganization", grant.Recipient);
        Write(json, "fundingOrganization", grant.Funder);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, PublishedOrganisation organisation)
    {
        json.WriteStartArray(name);
        json.WriteStartObject();
        json.WriteString("id", IdentifierOf(organisation));
        json.WriteString("name", organisation.Name);
        if (organisation.Country is { } country)
            json.WriteString("addressCountry", country);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // The standard asks for one of everybody: whoever has none, of a list or of a file, gets one of the directory's.
    private static string IdentifierOf(PublishedOrganisation organisation) =>
        organisation.Written ?? organisation.Identifier?.Full ?? $"360G-pipeline-org-{organisation.Id}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
