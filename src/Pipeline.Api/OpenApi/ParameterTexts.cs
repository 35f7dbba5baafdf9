using Microsoft.OpenApi;
using Pipeline.Application.Access;
using Pipeline.Application.Imports;
using Pipeline.Application.Organisations;
using Pipeline.Application.Portfolios;
using Pipeline.Application.Projects;
using Pipeline.Application.Transitions;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Resources;

namespace Pipeline.Api.OpenApi;

/// <summary>What parameters of paths and queries mean, and what they take where their type does not say so.</summary>
internal static class ParameterTexts
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["page"] = "Which page, from 1; beyond the last one the list is empty.",
        ["pageSize"] = "How many entries a page has.",
        ["sort"] =
            "The order; a minus in front turns it round. Ties are settled by the id, so that pages neither repeat nor skip.",
        ["q"] =
            "Part of the text, case and accents aside: of a name, for projects of code and summary too, for portfolios of the code, for people of the e-mail; for organisations also an identifier, for imports of the file's name.",
        ["portfolioId"] = "The portfolio.",
        ["phase"] = "Projects in this phase.",
        ["standing"] = "Projects with this standing.",
        ["stage"] = "Projects in a phase of this stage.",
        ["sdg"] = "Projects with this Sustainable Development Goal.",
        ["domain"] = "Projects in this domain of fragility.",
        ["region"] = "Projects with a territory in this region.",
        ["ownerOrganisationId"] = "Projects that this organisation carries.",
        ["status"] = "Reports with this status; `pending` is the managers' queue.",
        ["asOf"] = "Counts what was effective by this day; today where left out, never a day to come.",
        ["knownAt"] =
            "Leaves out what was recorded later; now where left out. The same two values give the same figures for ever.",
        ["blocks"] =
            "The blocks that are wanted, by the names of their fields; all where left out. Only what they need is read, and the others are left out of the reply.",
        ["lang"] = "The language of the file; that of Accept-Language where left out.",
        ["rows"] = "The dimension down the side.",
        ["columns"] = "The dimension across the top; another than that of the rows.",
        ["row"] = "A value of the rows, or none for what says nothing; all of them where left out.",
        ["column"] = "A value of the columns, or none for what says nothing; all of them where left out.",
        ["measure"] = "A ledger, in money, or the projects, counted.",
        ["dryRun"] = "Says what would happen, and writes nothing.",
        ["onError"] =
            "What becomes of a file in which some rows are wrong: nothing of it is taken, or the good rows are and the others come back.",
        ["mapping"] =
            "The name of a mapping of the portfolio that says what the headings mean, or of one that is built in.",
        ["encoding"] =
            "What the letters are written in that are not UTF-8, for example `windows-1252`; found out where left out, and refused where that is not certain.",
        ["name"] = "The mapping's name.",
        ["after"] = "Goes on behind this entry: the `next` of the reply before.",
        ["unread"] = "Only what has not been read.",
        ["limit"] = "How many entries at most.",
        ["userId"] = "The person.",
        ["projectId"] = "The project.",
        ["transitionId"] = "The reported transition.",
        ["commitmentId"] = "The commitment.",
        ["keyId"] = "The API key.",
        ["viewId"] = "The view.",
        ["webhookId"] = "The webhook.",
        ["documentId"] = "The document.",
        ["closingId"] = "The closing.",
        ["against"] = "Another closing of the portfolio; the same period as it is known now where left out.",
        ["deliveryId"] = "The delivery.",
        ["repaymentId"] = "The repayment.",
        ["allianceId"] = "The alliance.",
        ["impactId"] = "The impact.",
        ["readingId"] = "The reading.",
        ["indicator"] = "Readings of this indicator alone, by its code.",
        ["endingBefore"] = "Agreements that end before this day.",
        ["exit"] = "Agreements with an exit strategy, or without.",
        ["category"] = "Alliances with this category.",
        ["form"] = "Alliances of this form.",
        ["partner"] = "Alliances that this organisation takes part in, or did.",
        ["doubleImpact"] = "Alliances with a double impact, or without.",
        ["period"] = "The last day of a period, yyyy-MM-dd.",
        ["role"] = "Territories with this role; one that is both has either.",
        ["ListResources.phase"] = "Resources that help in this phase.",
        ["ListResources.q"] = "Part of title or author, case and accents aside.",
        ["GetObservatory.domain"] = "Observations of this domain of fragility.",
        ["GetObservatory.region"] = "Observations of this region; lowest and highest stay those of all.",
        ["GetPortfolioObservatory.domain"] = "This domain of fragility alone.",
        ["ExportObservatoryCsv.domain"] = "This domain of fragility alone.",
        ["ExportObservatoryXlsx.domain"] = "This domain of fragility alone.",
        ["year"] = "This year alone; the newest of each domain where a portfolio's is asked for without.",
        ["viewpoint"] = "Through these eyes alone.",
        ["path"] = "Resources on this way through them.",
        ["criterion"] = "Resources that help with this gate criterion.",
        ["underWay"] = "Alliances that are under way on the day, or are not.",
        ["state"] = "Impacts that stand there.",
        ["foreseen"] = "Impacts that were looked for so.",
        ["passage"] = "Risks of this passage.",
        ["month"] = "Moves of this month, yyyy-MM.",
        ["trigger"] = "Moves of this kind.",
        ["leftPhase"] = "Moves that ended a stay in this phase.",
        ["mission"] = "Catalysts with this mission.",
        ["territory"] = "Catalysts of a territory whose name has this in it, case and accents aside.",
        ["code"] = "The session's code, as the programme has it.",
        ["kind"] = "Of this kind alone.",
        ["from"] = "Due on this day or later.",
        ["to"] = "Due on this day or earlier.",
    };

    private static readonly Dictionary<string, Action<OpenApiSchema>> Limits = new()
    {
        ["ListPortfolios.sort"] = s => Orders(s, ListPortfolios.Sorts),
        ["ListUsers.sort"] = s => Orders(s, ListUsers.Sorts),
        ["ListOrganisations.sort"] = s => Orders(s, ListOrganisations.Sorts),
        ["ListImports.sort"] = s => Orders(s, ListImports.Sorts, ListImports.LatestFirst),
        ["ListReports.sort"] = s => Orders(s, ListReports.Sorts),
        ["sort"] = s => Orders(s, ProjectFilter.Sorts),
        ["sdg"] = s => (s.Minimum, s.Maximum) = (SchemaText.Of(Sdgs.First), SchemaText.Of(Sdgs.Last)),
        ["domain"] = s => s.Enum = SchemaText.Codes(Domains.All.Select(d => d.Code)),
        ["region"] = s => s.Enum = SchemaText.Codes(Regions.All.Select(r => r.Code)),
        ["path"] = s => s.Enum = SchemaText.Codes(ReadingPaths.Codes),
        ["criterion"] = s => s.Enum = SchemaText.Codes(Gates.Criteria.Select(c => c.Code)),
        ["lang"] = s => s.Enum = SchemaText.Codes(["en", "fr"]),
        ["dryRun"] = s => s.Default = false,
        ["onError"] = s => s.Default = Codes.Of(ErrorHandling.Refuse),
    };

    // The endpoints look after them by themselves: what is missing is told like whatever else is wrong.
    private static readonly HashSet<string> Demanded =
    [
        "ImportFile.portfolioId",
        "GetCube.rows",
        "GetCube.columns",
        "GetCube.measure",
        "GetCubeProjects.rows",
        "GetCubeProjects.columns",
        "GetCubeProjects.measure",
        "ExportCubeCsv.rows",
        "ExportCubeCsv.columns",
        "ExportCubeCsv.measure",
        "ExportCubeXlsx.rows",
        "ExportCubeXlsx.columns",
        "ExportCubeXlsx.measure",
    ];

    public static void Describe(OpenApiParameter parameter, string path, string operationId)
    {
        var name = parameter.Name!;
        parameter.Description ??=
            name == "id"
                ? $"The {Singular(path)}."
                : Texts.GetValueOrDefault($"{operationId}.{name}") ?? Texts.GetValueOrDefault(name);
        if (
            parameter.In == ParameterLocation.Query
            && parameter.Schema is OpenApiSchema schema
            && (Limits.GetValueOrDefault($"{operationId}.{name}") ?? Limits.GetValueOrDefault(name)) is { } limit
        )
            limit(schema);
        if (Demanded.Contains($"{operationId}.{name}"))
            parameter.Required = true;
    }

    private static void Orders(OpenApiSchema schema, string[] known, string? usual = null) =>
        (schema.Enum, schema.Default) = (
            SchemaText.Codes(known.SelectMany(order => new[] { order, $"-{order}" })),
            usual ?? known[0]
        );

    // projects/{id} is about a project.
    private static string Singular(string path)
    {
        var segments = path.Split('/');
        return segments[Array.FindIndex(segments, s => s.StartsWith("{id", StringComparison.Ordinal)) - 1].TrimEnd('s');
    }
}
