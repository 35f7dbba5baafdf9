using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Imports;

/// <summary>A portfolio that files are taken into.</summary>
internal static class ImportFund
{
    public static Task<Reply> ImportAsync(
        this Fund fund,
        byte[] file,
        string name = "grants.csv",
        bool dryRun = false,
        string? language = null,
        Client? by = null,
        Guid? key = null,
        string more = ""
    ) =>
        (by ?? fund.Api.Administrator).UploadAsync(
            $"imports?portfolioId={fund.Id}&dryRun={(dryRun ? "true" : "false")}{more}",
            name,
            file,
            language,
            key
        );

    /// <summary>The codes of what was noticed, each once, in the order of the file.</summary>
    public static IReadOnlyList<string> Noticed(this Reply report) =>
        [.. report.Items("notices").Select(n => n["code"]!.GetValue<string>()).Distinct()];

    /// <summary>The one project's commitments.</summary>
    public static async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> CommitmentsAsync(
        this Fund fund,
        string code
    )
    {
        var project = (await fund.ProjectsAsync()).Single(p => p["code"]!.GetValue<string>() == code);
        return (await fund.Api.Administrator.GetAsync($"projects/{project["id"]}/commitments")).ShouldBe(200).Items();
    }

    /// <summary>Every project of the portfolio, up to 200 a page.</summary>
    public static async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> ProjectsAsync(this Fund fund)
    {
        var (all, pages) = (new List<System.Text.Json.Nodes.JsonNode>(), 1);
        for (var page = 1; page <= pages; page++)
        {
            var reply = (
                await fund.Api.Administrator.GetAsync(
                    $"projects?portfolioId={fund.Id}&pageSize=200&sort=name&page={page}"
                )
            ).ShouldBe(200);
            all.AddRange(reply.Items());
            pages = reply.Number("totalPages");
        }
        return all;
    }

    public static async Task ShouldBeEmptyAsync(this Fund fund) =>
        (await fund.ProjectsAsync()).Should().BeEmpty("a refused file writes nothing");
}
