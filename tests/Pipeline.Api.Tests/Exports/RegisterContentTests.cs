using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Exports;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Api.Tests.Exports;

/// <summary>What the list shows is what the register holds: the same projects in the same order, all pages of them, in both formats.</summary>
[UseCases(typeof(ExportProjects), typeof(ExportTransitions), typeof(ExportCommitments), typeof(ExportDeliveries))]
public sealed class RegisterContentTests(RegisterContentTests.Projects projects)
    : IClassFixture<RegisterContentTests.Projects>
{
    private PipelineApi Api => projects.Api;

    [Theory]
    [InlineData("")]
    [InlineData("&sort=-name")]
    [InlineData("&sort=code")]
    [InlineData("&sort=-startedOn")]
    [InlineData("&sort=-phase")]
    [InlineData("&sort=phaseSince")]
    [InlineData("&phase=experimentation")]
    [InlineData("&standing=onHold&sort=-code")]
    [InlineData("&stage=societalRnd&sort=-startedOn")]
    [InlineData("&sdg=8&sort=-name")]
    [InlineData("&domain=housing")]
    [InlineData("&region=ileDeFrance&sort=-code")]
    [InlineData("&q=ECOLE")]
    [InlineData("&q=nothing%20like%20it")]
    public async Task The_register_of_projects_is_the_list(string query)
    {
        var list = await ListAsync($"projects?portfolioId={projects.Fund.Id}{query}");
        foreach (var format in new[] { "xlsx", "csv" })
        {
            var register = RegisterFile.Of(
                await Api.Administrator.GetAsync($"projects/export.{format}?portfolioId={projects.Fund.Id}{query}")
            );
            register
                .Column("Id")
                .Should()
                .Equal(list.Select(p => p["id"]!.GetValue<string>()), "{0} has all rows in the list's order", format);
            register.Column("Code").Should().Equal(list.Select(p => p["code"]!.GetValue<string>()));
            register.Column("Project").Should().Equal(list.Select(p => p["name"]!.GetValue<string>()));
            register.Column("Summary").Should().Equal(list.Select(p => p["summary"]?.GetValue<string>() ?? ""));
            register
                .Column("Owner")
                .Should()
                .Equal(list.Select(p => p["ownerOrganisation"]!["name"]!.GetValue<string>()));
            register
                .Column("Lead portfolio")
                .Should()
                .Equal(list.Select(p => p["leadPortfolio"]!["name"]!.GetValue<string>()));
            register.Column("Phase").Should().Equal(list.Select(p => LabelOf<Phase>(p["phase"]!)));
            register.Column("Standing").Should().Equal(list.Select(p => LabelOf<Standing>(p["standing"]!)));
            register.Column("Started").Should().Equal(list.Select(p => DayIn(format, p["startedOn"]!)));
            register.Column("In phase since").Should().Equal(list.Select(p => DayIn(format, p["phaseSince"]!)));
            register.Column("Version").Should().Equal(list.Select(p => p["version"]!.ToString()));
        }
    }

    [Fact]
    public async Task The_filters_do_narrow() =>
        (await ListAsync($"projects?portfolioId={projects.Fund.Id}&q=ECOLE"))
            .Should()
            .HaveCount(2)
            .And.HaveCountLessThan((await ListAsync($"projects?portfolioId={projects.Fund.Id}")).Count);

    [Fact]
    public async Task Transitions_follow_their_projects_and_are_the_histories()
    {
        var list = await ListAsync($"projects?portfolioId={projects.Fund.Id}&sort=-name");
        var histories = new List<JsonNode>();
        foreach (var project in list)
            histories.AddRange(
                (await Api.Administrator.GetAsync($"projects/{project["id"]}/transitions")).ShouldBe(200).Items()
            );
        histories.Should().HaveCountGreaterThan(2);
        foreach (var format in new[] { "xlsx", "csv" })
        {
            var register = RegisterFile.Of(
                await Api.Administrator.GetAsync(
                    $"transitions/export.{format}?portfolioId={projects.Fund.Id}&sort=-name"
                )
            );
            register.Column("Id").Should().Equal(histories.Select(t => t["id"]!.GetValue<string>()));
            register.Column("Move").Should().Equal(histories.Select(t => LabelOf<Trigger>(t["trigger"]!)));
            register.Column("Status").Should().Equal(histories.Select(t => LabelOf<TransitionStatus>(t["status"]!)));
            register.Column("No.").Should().Equal(histories.Select(t => t["sequence"]?.ToString() ?? ""));
            register
                .Column("Reported by")
                .Should()
                .Equal(histories.Select(t => t["reportedBy"]!["name"]!.GetValue<string>()));
            register.Column("Effective").Should().Equal(histories.Select(t => DayIn(format, t["effectiveOn"]!)));
            register.Column("Days of stay").Should().Equal(histories.Select(t => t["stayDays"]?.ToString() ?? ""));
        }
    }

    [Fact]
    public async Task More_projects_than_are_read_at_once()
    {
        var fund = await Fund.OpenAsync(Api);
        await Api.InDatabaseAsync(async db =>
        {
            for (var i = 0; i < 1_203; i++)
                db.Projects.Add(
                    new Project(
                        $"M-{i}",
                        $"Many {i % 7} {i}",
                        null,
                        fund.OrganisationId,
                        fund.Id,
                        new DateOnly(2020, 1, 1).AddDays(i % 30),
                        Api.Clock.GetUtcNow()
                    )
                );
            return await db.SaveChangesAsync();
        });
        var list = await ListAsync($"projects?portfolioId={fund.Id}&sort=-startedOn", pageSize: 200);
        list.Should().HaveCount(1_203);
        var register = RegisterFile.Of(
            await Api.Administrator.GetAsync($"projects/export.csv?portfolioId={fund.Id}&sort=-startedOn")
        );
        register.Column("Code").Should().Equal(list.Select(p => p["code"]!.GetValue<string>()));
    }

    private async Task<IReadOnlyList<JsonNode>> ListAsync(string path, int pageSize = 3)
    {
        var items = new List<JsonNode>();
        for (var page = 1; ; page++)
        {
            var reply = (await Api.Administrator.GetAsync($"{path}&page={page}&pageSize={pageSize}")).ShouldBe(200);
            items.AddRange(reply.Items());
            if (page >= reply.Number("totalPages"))
                return items;
        }
    }

    private static string LabelOf<T>(JsonNode code)
        where T : struct, Enum =>
        Codes.TryParse<T>(code.GetValue<string>(), out var value)
            ? Labels.Of(value).En
            : throw new InvalidOperationException(code.ToString());

    private static string DayIn(string format, JsonNode day) =>
        format == "csv"
            ? day.GetValue<string>()
            : $"{DateOnly.ParseExact(day.GetValue<string>(), "yyyy-MM-dd").ToDateTime(default).ToOADate()}";

    /// <summary>Eight projects that differ in what lists are filtered and ordered by.</summary>
    public sealed class Projects : IAsyncLifetime
    {
        public PipelineApi Api { get; } = new();

        public Fund Fund { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await Api.InitializeAsync();
            Fund = await Fund.OpenAsync(Api);
            string[] names = ["Zèbre", "école ouverte", "Abri", "Ecole fermée", "abri 2", "Ômega", "Wimoov", "Éclat"];
            for (var i = 0; i < names.Length; i++)
            {
                var tags = new
                {
                    name = names[i],
                    summary = i % 3 == 0 ? null : $"Summary, \"{i}\"; with\nlines",
                    sdgs = new[] { i % 2 == 0 ? 8 : 11 },
                    domains = i % 2 == 0 ? ["housing"] : Array.Empty<string>(),
                };
                var project = await Fund.ProjectAsync($"2015-0{1 + i % 4}-1{i}", tags);
                if (i is 0 or 4)
                    await MoveAsync(project);
                if (i is 2 or 3)
                    (await project.ReportAsync("hold", "2016-02-01", "Winter")).ShouldBe(201);
                if (i is 3)
                    (await project.ReportAsync("resume", "2016-03-01")).ShouldBe(201);
            }
            // A neighbour that must not show.
            await (await Fund.OpenAsync(Api)).ProjectAsync();
        }

        public Task DisposeAsync() => ((IAsyncLifetime)Api).DisposeAsync();

        private static async Task MoveAsync(TestProject project)
        {
            await project.MeetFirstGateAsync();
            (await project.ReportAsync("advance", "2016-01-15")).ShouldBe(201);
        }
    }
}
