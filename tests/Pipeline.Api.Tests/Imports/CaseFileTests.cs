using System.Text;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Imports;

/// <summary>Small files with one difficulty each, as real funders publish them: <c>shared/data/cases</c>.</summary>
public sealed class CaseFileTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    // What each kind asks: projects, what they were given, and what is told of it.
    private static readonly Dictionary<string, (int Created, decimal Committed, string[] Noticed)> Asked = new()
    {
        ["control-char-organisation.csv"] = (2, 2_000m, ["control_character"]),
        ["dry-run-equals.csv"] = (1, 1_000m, []),
        ["empty-styled-columns.xlsx"] = (1, 1_000m, []),
        ["float-noise.json"] = (1, 41_133.77m, []),
        ["french-amount.csv"] = (1, 31_000m, []),
        ["objet-over-300.csv"] = (1, 1_000m, ["title_shortened"]),
        ["one-decision-two-objects.csv"] = (2, 340_000m, []),
        ["title-rows.xlsx"] = (1, 1_000m, ["title_rows"]),
        ["unused-external-link.xlsx"] = (1, 1_000m, []),
        ["zero-grant.csv"] = (2, 1_000m, ["zero_amount"]),
    };

    public static TheoryData<string> Cases => [.. RealFiles.Cases];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Each_file_does_what_its_kind_asks(string file)
    {
        var fund = await Fund.OpenAsync(api);
        if (file.EndsWith(".txt", StringComparison.Ordinal))
        {
            await ShouldBeRefusedAsync(fund, System.Text.Encoding.UTF8.GetString(RealFiles.Case(file)));
            return;
        }
        Asked.Should().ContainKey(file, "each file of the folder has an expectation");
        var (created, committed, noticed) = Asked[file];
        var dry = (await fund.ImportAsync(RealFiles.Case(file), file, dryRun: true)).ShouldBe(200);
        ShouldSay(dry);
        await fund.ShouldBeEmptyAsync();

        ShouldSay((await ImportAsync(fund, file)).ShouldBe(200));
        (await fund.DashboardAsync()).Figure("totals.committed.amount").Should().Be(committed);
        (await fund.ProjectsAsync()).Should().HaveCount(created);
        (await ImportAsync(fund, file)).ShouldBe(200).Number("unchanged").Should().Be(created);

        void ShouldSay(Reply report)
        {
            report.Items("errors").Should().BeEmpty();
            (report.Number("created"), report.Figure("committed.amount")).Should().Be((created, committed));
            report.Noticed().Should().Equal(noticed);
        }
    }

    [Fact]
    public async Task A_grant_of_zero_is_a_project_without_a_commitment()
    {
        var fund = await Fund.OpenAsync(api);
        var report = (await ImportAsync(fund, "zero-grant.csv")).ShouldBe(200);
        (report.Number("created"), report.Figure("committed.amount")).Should().Be((2, 1000m));
        Places(report).Should().Equal([(3, "Amount Awarded", "zero_amount")]);
        (await fund.CommitmentsAsync("A2")).Should().BeEmpty();
        (await ImportAsync(fund, "zero-grant.csv")).ShouldBe(200).Number("unchanged").Should().Be(2);
    }

    [Fact]
    public async Task What_becomes_zero_is_committed_no_more()
    {
        var fund = await Fund.OpenAsync(api);
        (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1)).Csv())).ShouldBe(200);
        var zero = GrantTable.Of(GrantTable.Row(1, amount: "0.00")).Csv();
        (await fund.ImportAsync(zero)).ShouldBe(200).Number("updated").Should().Be(1);
        (await fund.DashboardAsync()).Figure("totals.committed.amount").Should().Be(0m);
        (await fund.ImportAsync(zero)).ShouldBe(200).Number("unchanged").Should().Be(1);
    }

    [Fact]
    public async Task An_object_longer_than_a_name_is_cut_and_kept_whole_in_the_summary()
    {
        var fund = await Fund.OpenAsync(api);
        var report = (await ImportAsync(fund, "objet-over-300.csv")).ShouldBe(200);
        report.Noticed().Should().Equal("title_shortened");
        var project = (await fund.ProjectsAsync()).Single();
        var whole = (await api.Administrator.GetAsync($"projects/{project["id"]}")).ShouldBe(200);
        whole.Text("name").Should().HaveLength(300).And.EndWith("…");
        whole.Text("summary").Should().HaveLength(301).And.NotContain("…");
        (await ImportAsync(fund, "objet-over-300.csv")).ShouldBe(200).Number("unchanged").Should().Be(1);
    }

    [Fact]
    public async Task Two_objects_of_one_decision_are_two_projects_alone_and_together()
    {
        var fund = await Fund.OpenAsync(api);
        var report = (await ImportAsync(fund, "one-decision-two-objects.csv")).ShouldBe(200);
        (report.Number("created"), report.Figure("committed.amount")).Should().Be((2, 340_000m));
        (await fund.ProjectsAsync())
            .Select(p => p["code"]!.GetValue<string>())
            .Should()
            .BeEquivalentTo("2-19/13000342900011/parcours", "2-19/13000342900011/solde-de-fonctionnement");
        (await ImportAsync(fund, "one-decision-two-objects.csv")).ShouldBe(200).Number("unchanged").Should().Be(2);

        // One of them alone, first here and then among both.
        var lines = System.Text.Encoding.UTF8.GetString(RealFiles.Case("one-decision-two-objects.csv")).Split("\r\n");
        var one = System.Text.Encoding.UTF8.GetBytes($"{lines[0]}\r\n{lines[2]}");
        (await fund.ImportAsync(one)).ShouldBe(200).Number("unchanged").Should().Be(1);
        var other = await Fund.OpenAsync(api);
        (await other.ImportAsync(one)).ShouldBe(200).Number("created").Should().Be(1);
        var both = (await ImportAsync(other, "one-decision-two-objects.csv")).ShouldBe(200);
        (both.Number("unchanged"), both.Number("created")).Should().Be((1, 1));
    }

    [Fact]
    public async Task Rows_above_the_headings_are_a_title()
    {
        var fund = await Fund.OpenAsync(api);
        var report = (await ImportAsync(fund, "title-rows.xlsx")).ShouldBe(200);
        report.Number("created").Should().BePositive();
        report.Noticed().Should().Equal("title_rows");
        // The same in text, where the title must not decide what parts the cells.
        var csv = GrantTable.Of(GrantTable.Row(1, amount: "x")).Csv(';');
        var titled = System.Text.Encoding.UTF8.GetBytes(
            "Subventions, 2019, 2020, 2021\r\nÀ jour, le 3 octobre\r\n\r\n" + System.Text.Encoding.UTF8.GetString(csv)
        );
        (await fund.ImportAsync(titled)).ShouldBlame("row 5, Amount Awarded", "invalid_amount");
    }

    [Fact]
    public async Task A_control_character_is_told_at_its_row_and_column_and_gives_its_sign_back()
    {
        var fund = await Fund.OpenAsync(api);
        var report = (await ImportAsync(fund, "control-char-organisation.csv")).ShouldBe(200);
        Places(report).Should().Equal([(3, "Recipient Org:Name", "control_character")]);
        (await fund.ProjectsAsync())
            .Select(p => p["ownerOrganisation"]!["name"]!.GetValue<string>())
            .Should()
            .Contain("Women’s Refuge");
    }

    [Fact]
    public async Task A_line_end_in_what_is_kept_on_one_line_is_a_blank_and_told_at_its_row_and_column()
    {
        var row = GrantTable.Row(1, title: "A garden \r\n for all", recipient: 4711);
        (row[0], row[2], row[7], row[9]) = ("G\n1", "Two\r\nlines", "Women\u2028\r\nof the town", "The\nFund");
        var told = new[]
        {
            (2, "Identifier", "control_character"),
            (2, "Title", "control_character"),
            (2, "Recipient Org:Name", "control_character"),
            (2, "Funding Org:Name", "control_character"),
        };
        var cutShort = GrantTable.Row(1, title: $"{new string('a', 200)}\n{new string('b', 200)}\nEnd");
        foreach (
            var (file, name) in new[]
            {
                (GrantTable.Of(row).Csv(), "grants.csv"),
                (GrantTable.Of(row).Xlsx(), "grants.xlsx"),
            }
        )
        {
            var fund = await Fund.OpenAsync(api);
            var report = (await fund.ImportAsync(file, name)).ShouldBe(200);
            Places(report).Should().BeEquivalentTo(told);
            var project = (await fund.ProjectsAsync()).Single();
            (project["code"]!.GetValue<string>(), project["name"]!.GetValue<string>())
                .Should()
                .Be(("G 1", "A garden for all"));
            project["ownerOrganisation"]!["name"]!.GetValue<string>().Should().Be("Women of the town");
            (await api.Administrator.GetAsync($"projects/{project["id"]}"))
                .ShouldBe(200)
                .Text("summary")
                .ReplaceLineEndings("\n")
                .Should()
                .Be("Two\nlines");
            (await fund.ImportAsync(file, name)).ShouldBe(200).Number("unchanged").Should().Be(1);
        }
        var other = await Fund.OpenAsync(api);
        (await other.ImportAsync(GrantTable.Of(cutShort).Csv())).ShouldBe(200);
        var cut = (
            await api.Administrator.GetAsync($"projects/{(await other.ProjectsAsync()).Single()["id"]}")
        ).ShouldBe(200);
        cut.Text("name").Should().StartWith($"{new string('a', 200)} b").And.EndWith("b…");
        cut.Text("summary")
            .ReplaceLineEndings("\n")
            .Should()
            .Contain($"a\n{new string('b', 200)}\nEnd", "whole, it has its lines");
    }

    [Fact]
    public async Task What_is_no_character_is_told_in_a_cell_and_passed_over_in_a_heading()
    {
        var fund = await Fund.OpenAsync(api);
        var table = GrantTable.Of(GrantTable.Row(1, title: "A gar\uFFFEden")).Csv();
        Places((await fund.ImportAsync(table)).ShouldBe(200)).Should().Contain((2, "Title", "control_character"));
        var heading = Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(table).Replace("Title", "Ti\uFFFEtle", StringComparison.Ordinal)
        );
        (await fund.ImportAsync(heading)).ShouldBe(200).Number("unchanged").Should().Be(1);
    }

    // Requests, one a line: what they do not take is named, and nothing is answered in its place.
    private async Task ShouldBeRefusedAsync(Fund fund, string requests)
    {
        var asked = requests.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        asked.Should().NotBeEmpty();
        foreach (var request in asked)
        {
            var path = request.Replace("GET /api/v1/", "", StringComparison.Ordinal).Replace("ID", $"{fund.Id}");
            (await api.Administrator.GetAsync(path)).ShouldBlame(
                path[(path.IndexOf('?') + 1)..].Split('=')[0],
                "unknown_parameter"
            );
        }
    }

    private static IEnumerable<(int, string, string)> Places(Reply report) =>
        report
            .Items("notices")
            .Select(n => (n["row"]!.GetValue<int>(), n["column"]!.GetValue<string>(), n["code"]!.GetValue<string>()));

    private static Task<Reply> ImportAsync(Fund fund, string file) => fund.ImportAsync(RealFiles.Case(file), file);
}
