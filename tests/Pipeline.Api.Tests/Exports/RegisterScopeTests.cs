using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Exports;

/// <summary>Who gets which rows, and what is refused before the first byte.</summary>
public sealed class RegisterScopeTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static readonly string[] Registers = ["projects", "transitions", "commitments", "deliveries"];

    private static readonly string[] Files =
    [
        .. from register in Registers from format in new[] { "xlsx", "csv" } select $"{register}/export.{format}",
    ];

    public static TheoryData<string> Paths => [.. Files];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Each_role_gets_its_own_rows_and_strangers_none(string path)
    {
        var project = await StoryAsync(await Fund.OpenAsync(api));
        foreach (
            var reader in new[]
            {
                await project.Fund.MemberAsync("manager"),
                await project.Fund.MemberAsync("finance"),
                await project.Fund.MemberAsync("investor"),
                await project.OwnerAsync(),
            }
        )
            RegisterFile.Of(await reader.GetAsync(path)).Rows.Should().HaveCount(1);

        var stranger = await (await Fund.OpenAsync(api)).MemberAsync("investor");
        foreach (var query in new[] { "", $"?portfolioId={project.Fund.Id}", $"?q={project.Code}" })
            RowsOf(RegisterFile.Of(await stranger.GetAsync(path + query))).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Nobody_gets_anything_without_signing_in(string path) =>
        (await api.Anonymous().GetAsync(path)).ShouldBeProblem(401, "unauthenticated");

    [Theory]
    [InlineData("phase=teenage", "phase", "unknown_code")]
    [InlineData("standing=Active", "standing", "unknown_code")]
    [InlineData("stage=2", "stage", "unknown_code")]
    [InlineData("sdg=eight", "sdg", "invalid_number")]
    [InlineData("portfolioId=x", "portfolioId", "invalid_id")]
    [InlineData("sort=money", "sort", "unknown_sort")]
    [InlineData("lang=de", "lang", "unknown_language")]
    public async Task A_filter_that_cannot_be_is_refused_before_the_first_byte(string query, string field, string code)
    {
        foreach (var path in Files)
            (await api.Administrator.GetAsync($"{path}?{query}")).ShouldBeProblem(422, code).ShouldBlame(field, code);
    }

    [Fact]
    public async Task The_books_keep_the_lines_of_a_released_project_and_nothing_else_of_it()
    {
        var (lead, helper) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var project = await lead.ProjectAsync();
        (
            await api.Administrator.PutAsync($"portfolios/{helper.Id}/holdings/{project.Id}", new { kind = "coFunder" })
        ).ShouldBe(200);
        await project.CommitAsync(70);
        (
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments",
                new
                {
                    portfolioId = helper.Id,
                    funderOrganisationId = helper.OrganisationId,
                    lever = "funding",
                    phase = "modelling",
                    nature = "cash",
                    amount = project.Money(30),
                    agreedOn = "2015-02-01",
                }
            )
        ).ShouldBe(201);
        var investor = await helper.MemberAsync("investor");
        RegisterFile.Of(await investor.GetAsync("commitments/export.csv")).Sum("Committed").Should().Be(30);

        (
            await api.Administrator.PostAsync(
                $"portfolios/{helper.Id}/holdings/{project.Id}/end",
                new { endedOn = $"{api.Clock.Today:yyyy-MM-dd}", reason = "Another strategy" }
            )
        ).ShouldBe(200);
        RegisterFile.Of(await investor.GetAsync("commitments/export.csv")).Sum("Committed").Should().Be(30);
        (await investor.GetAsync($"portfolios/{helper.Id}/dashboard"))
            .Figure("totals.committed.amount")
            .Should()
            .Be(30);
        RegisterFile.Of(await investor.GetAsync("projects/export.csv")).Rows.Should().BeEmpty();
    }

    [Theory]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("csv", "text/csv; charset=utf-8")]
    public async Task The_answer_says_what_it_is_and_how_the_file_is_called(string format, string type)
    {
        foreach (var register in Registers)
        {
            using var response = await api.Administrator.Http.GetAsync($"/api/v1/{register}/export.{format}?q=nothing");
            response.Content.Headers.ContentType!.ToString().Should().Be(type);
            response.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
            response
                .Content.Headers.ContentDisposition.FileName.Should()
                .Be($"pipeline-{register}-{api.Clock.Today:yyyy-MM-dd}.{format}");
        }
    }

    // An empty table of a workbook has one empty row.
    private static IEnumerable<IReadOnlyList<string>> RowsOf(RegisterFile file) =>
        file.Rows.Where(row => row.Any(value => value.Length > 0));

    private static async Task<TestProject> StoryAsync(Fund fund)
    {
        var project = await fund.ProjectAsync();
        (await project.DeliverAsync(await project.CommitAsync(10), 5)).ShouldBe(201);
        (await project.ReportAsync("hold", "2016-01-01", "Winter")).ShouldBe(201);
        return project;
    }
}
