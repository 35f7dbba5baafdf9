using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Imports;

/// <summary>The product's own workbook, out and in again.</summary>
public sealed class WorkbookTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task An_export_comes_in_again_and_changes_nothing(string lang)
    {
        var (fund, project) = await FilledAsync();
        var (file, before) = (await EditedWorkbook.ExportAsync(fund, lang), await SnapshotAsync(project));

        foreach (var dryRun in new[] { true, false })
        {
            var report = (await fund.ImportAsync(file, "portfolio.xlsx", dryRun)).ShouldBe(200);
            report.Text("format").Should().Be("pipeline.xlsx");
            (
                report.Number("rowsRead"),
                report.Number("unchanged"),
                report.Number("created"),
                report.Number("updated"),
                report.Number("rejected")
            )
                .Should()
                .Be((7, 7, 0, 0, 0));
            (report.Items("errors").Count, report.Items("notices").Count).Should().Be((0, 0));
            report
                .Figure("committed.amount")
                .Should()
                .Be((await fund.DashboardAsync()).Figure("totals.committed.amount"));
        }

        (await SnapshotAsync(project)).Should().Be(before);
        // A spreadsheet program's own save of the same file is the same file.
        using var saved = await EditedWorkbook.OpenAsync(fund, lang);
        (await fund.ImportAsync(saved.Bytes(), "portfolio.xlsx")).ShouldBe(200).Number("unchanged").Should().Be(7);
        (await SnapshotAsync(project)).Should().Be(before);
    }

    [Fact]
    public async Task A_co_funder_s_workbook_has_its_commitments_and_leaves_the_project_to_its_lead()
    {
        var (fund, project) = await FilledAsync();
        var coFunder = await Fund.OpenAsync(api);
        (
            await api.Administrator.PutAsync(
                $"portfolios/{coFunder.Id}/holdings/{project.Id}",
                new { kind = "coFunder" }
            )
        ).ShouldBe(200);
        var file = await EditedWorkbook.ExportAsync(coFunder);
        (await coFunder.ImportAsync(file, "portfolio.xlsx")).ShouldBe(200).Number("updated").Should().Be(0);

        using var edited = EditedWorkbook.Of(file);
        edited.AddRow(
            "Commitments",
            ("Code", project.Code),
            ("Funder", $"Fund {coFunder.Code}"),
            ("Phase", "Experimentation"),
            ("Lever", "Funding"),
            ("Nature", "Cash"),
            ("Agreed", 40),
            ("Agreed on", "2016-01-01")
        );
        (await coFunder.ImportAsync(edited.Bytes(), "portfolio.xlsx")).ShouldBe(200).Number("created").Should().Be(1);
        (await coFunder.DashboardAsync()).Figure("totals.committed.amount").Should().Be(40m);

        using var renamed = await EditedWorkbook.OpenAsync(coFunder);
        renamed.Cell("Projects", project.Code, "Project").SetValue("Ours now");
        (await coFunder.ImportAsync(renamed.Bytes(), "portfolio.xlsx")).ShouldBeProblem(422, "project_not_led");
        renamed.Cell("Projects", project.Code, "Project").SetValue("#N/A");
        (await coFunder.ImportAsync(renamed.Bytes(), "portfolio.xlsx")).ShouldBeProblem(422, "error_value");
        renamed
            .Sheet("Definitions")
            .CellsUsed()
            .Select(c => c.GetString())
            .Should()
            .Contain(text => text.Contains("this product's defaults", StringComparison.Ordinal));
        (await fund.ProjectsAsync()).Select(p => p["name"]!.GetValue<string>()).Should().NotContain("Ours now");

        // A fund that has left has its commitments still, and no project.
        (
            await api.Administrator.PostAsync(
                $"portfolios/{coFunder.Id}/holdings/{project.Id}/end",
                new { endedOn = "2016-06-01", reason = "Its part is done" }
            )
        ).ShouldBe(200);
        var left = (await coFunder.ImportAsync(await EditedWorkbook.ExportAsync(coFunder), "portfolio.xlsx")).ShouldBe(
            200
        );
        (left.Number("rowsRead"), left.Number("unchanged")).Should().Be((1, 1));
    }

    [Fact]
    public async Task Next_year_the_same_file_is_still_unchanged()
    {
        var (fund, _) = await FilledAsync();
        var file = await EditedWorkbook.ExportAsync(fund);
        await api.DaysGoByAsync(400);
        (await fund.ImportAsync(file, "portfolio.xlsx"))
            .ShouldBe(200)
            .Number("unchanged")
            .Should()
            .Be(7, "days in the phase go by without anybody's doing");
    }

    [Theory]
    [InlineData(
        "en",
        "Projects",
        "Plan",
        "Commitments",
        "Project",
        "Summary",
        "Planned",
        "Phase",
        "Lever",
        "Funder",
        "Nature",
        "Agreed",
        "Agreed on",
        "Reference",
        "Evaluation",
        "Modelling",
        "Cash",
        "Code"
    )]
    [InlineData(
        "fr",
        "Projets",
        "Plan",
        "Engagements",
        "Projet",
        "Résumé",
        "Prévu",
        "Phase",
        "Levier",
        "Financeur",
        "Forme",
        "Convenu",
        "Convenu le",
        "Référence",
        "Évaluation",
        "Modélisation",
        "Numéraire",
        "Code"
    )]
    public async Task Edited_cells_and_new_rows_are_exactly_what_changes(
        string lang,
        string projects,
        string plan,
        string commitments,
        string name,
        string summary,
        string planned,
        string phase,
        string lever,
        string funder,
        string nature,
        string agreed,
        string agreedOn,
        string reference,
        string evaluation,
        string modelling,
        string cash,
        string code
    )
    {
        var (fund, project) = await FilledAsync();
        using var book = await EditedWorkbook.OpenAsync(fund, lang);
        book.Cell(projects, project.Code, name).SetValue("Wimoov,\nrenamed");
        book.Cell(projects, project.Code, summary).SetValue("A new summary\nof two lines");
        book.Cell(plan, project.Code, planned).SetValue(1234.56);
        book.AddRow(
            plan,
            (code, project.Code),
            (name, project.Code),
            (phase, modelling),
            (lever, evaluation),
            (planned, 500)
        );
        book.AddRow(
            commitments,
            (code, project.Code),
            (name, project.Code),
            (funder, $"Fund {fund.Code}"),
            (phase, modelling),
            (lever, evaluation),
            (nature, cash),
            (agreed, 99.99),
            (agreedOn, new DateTime(2016, 5, 4)),
            (reference, "NEW\n1")
        );
        // The names beside the codes were put there to be overlooked: a new row is found by its code.
        foreach (var sheet in new[] { plan, commitments })
            book.Cell(sheet, project.Code, name, r => r.Cell(2).GetString() == project.Code).SetValue("");
        var before = JsonNode.Parse(await SnapshotAsync(project))!;

        var dry = (await fund.ImportAsync(book.Bytes(), "portfolio.xlsx", dryRun: true)).ShouldBe(200);
        (await SnapshotAsync(project)).Should().Be(before.ToJsonString());
        var report = (await fund.ImportAsync(book.Bytes(), "portfolio.xlsx")).ShouldBe(200);

        foreach (var r in new[] { dry, report })
            (r.Number("created"), r.Number("updated"), r.Number("unchanged"), r.Number("rejected"))
                .Should()
                .Be((2, 2, 5, 0), r.Json!.ToJsonString());
        report.Noticed().Should().Contain("control_character");
        var after = JsonNode.Parse(await SnapshotAsync(project))!;
        (after["project"]!["name"]!.GetValue<string>(), after["project"]!["summary"]!.GetValue<string>())
            .Should()
            .Be(("Wimoov, renamed", "A new summary\nof two lines"));
        after["plan"]!["lines"]!
            .AsArray()
            .Select(l =>
                (
                    l!["phase"]!.GetValue<string>(),
                    l["lever"]!.GetValue<string>(),
                    l["amount"]!["amount"]!.GetValue<decimal>()
                )
            )
            .Should()
            .Equal([
                ("experimentation", "funding", 1234.56m),
                ("modelling", "strategyAndGovernance", 2000.50m),
                ("modelling", "evaluation", 500m),
            ]);
        var added = after["commitments"]!["items"]!
            .AsArray()
            .Single(c => c!["reference"]?.GetValue<string>() == "NEW 1")!;
        (
            added["lever"]!.GetValue<string>(),
            added["phase"]!.GetValue<string>(),
            added["nature"]!.GetValue<string>(),
            added["amount"]!["amount"]!.GetValue<decimal>(),
            added["agreedOn"]!.GetValue<string>()
        )
            .Should()
            .Be(("evaluation", "modelling", "cash", 99.99m, "2016-05-04"));
        // Everything else is as it was.
        after["commitments"]!["items"]!.AsArray().Remove(added);
        foreach (var state in new[] { before, after })
        {
            foreach (var key in new[] { "name", "summary", "version", "permitted" })
                state["project"]!.AsObject().Remove(key);
            state.AsObject().Remove("plan");
            foreach (var line in state["commitments"]!["items"]!.AsArray())
                line!.AsObject().Remove("version");
        }
        after.ToJsonString().Should().Be(before.ToJsonString());
        (await fund.ImportAsync(await EditedWorkbook.ExportAsync(fund, lang), "portfolio.xlsx"))
            .ShouldBe(200)
            .Number("unchanged")
            .Should()
            .Be(9);
    }

    [Fact]
    public async Task A_project_that_changed_since_the_export_is_refused_once_with_its_cell()
    {
        var (fund, project) = await FilledAsync();
        using var book = await EditedWorkbook.OpenAsync(fund);
        book.Cell("Projects", project.Code, "Project").SetValue("Late");
        (await project.TerritoriesAsync("Nanterre")).ShouldBe(200);

        var refused = (await fund.ImportAsync(book.Bytes(), "portfolio.xlsx")).ShouldBeProblem(422, "stale");

        var row = book.Cell("Projects", project.Code, "Code").Address.RowNumber;
        Cells(refused).Should().Equal([("Projects", row, "Version", "stale")]);
        refused.Number("rejected").Should().Be(6, "its plan and commitments share the one fault");
        (await project.GetAsync()).Text("name").Should().NotBe("Late");
    }

    /// <summary>Spreadsheets write as an escape what XML cannot hold: of these, one database keeps what another one refuses.</summary>
    [Theory]
    [InlineData("Summary", "_x0000_", "invalid_character")]
    [InlineData("Owner", "_x0000_", "invalid_character")]
    [InlineData("Owner", "_xD800_", "invalid_character")]
    [InlineData("Summary", "_x0001_", "invalid_text")]
    public async Task What_no_text_can_hold_is_refused_by_its_cell(string heading, string escape, string code)
    {
        var (fund, project) = await FilledAsync();
        using var book = await EditedWorkbook.OpenAsync(fund);
        var cell = book.Cell("Projects", project.Code, heading);
        cell.SetValue("EDITED");
        var file = TestWorkbook.Replaced(book.Bytes(), "EDITED", $"a{escape}b");
        var before = await SnapshotAsync(project);

        var refused = (await fund.ImportAsync(file, "portfolio.xlsx")).ShouldBeProblem(422, code);

        Cells(refused).Should().Equal([("Projects", cell.Address.RowNumber, heading, code)]);
        (await SnapshotAsync(project)).Should().Be(before);
    }

    [Theory]
    [InlineData("Agreed", 5.0)]
    [InlineData("Reference", "Other")]
    [InlineData("Lever", "Evaluation")]
    [InlineData("Cancelled", "2016-01-01")]
    public async Task A_commitment_is_not_edited(string heading, object value)
    {
        var (fund, project) = await FilledAsync();
        using var book = await EditedWorkbook.OpenAsync(fund);
        var cell = book.Cell("Commitments", project.Code, heading);
        cell.SetValue(value);
        var before = await SnapshotAsync(project);
        var refused = (await fund.ImportAsync(book.Bytes(), "portfolio.xlsx")).ShouldBeProblem(422, "append_only");
        Cells(refused).Should().Equal([("Commitments", cell.Address.RowNumber, heading, "append_only")]);
        refused.Text("detail").Should().Contain("without an id");
        (await SnapshotAsync(project)).Should().Be(before);
    }

    [Theory]
    [InlineData("Projects", "Phase", "Modelling", "not_editable")]
    [InlineData("Projects", "Committed", 5.0, "not_editable")]
    [InlineData("Projects", "Started", "2014-01-01", "not_editable")]
    [InlineData("Projects", "Project", "", "required")]
    [InlineData("Projects", "Owner", "Nobody in particular", "unknown_organisation")]
    [InlineData("Projects", "Id", "", "required")]
    [InlineData("Projects", "Id", "0197a000-0000-7000-8000-000000000000", "unknown_id")]
    [InlineData("Plan", "Planned", "a lot", "invalid_amount")]
    [InlineData("Plan", "Planned", -5.0, "amount_not_positive")]
    [InlineData("Plan", "Planned", "", "required")]
    [InlineData("Plan", "Phase", "Retirement", "unknown_code")]
    [InlineData("Plan", "Currency", "USD", "currency_differs")]
    [InlineData("Plan", "Plan no.", 7.0, "stale")]
    [InlineData("Plan", "Project", "Another name", "not_editable")]
    [InlineData("Commitments", "Id", "no id", "unknown_id")]
    public async Task A_wrong_cell_is_named_by_sheet_row_and_column_and_nothing_is_written(
        string sheet,
        string heading,
        object value,
        string code
    )
    {
        var (fund, project) = await FilledAsync();
        using var book = await EditedWorkbook.OpenAsync(fund);
        // A right edit beside the wrong one: it must not be written either.
        if (sheet != "Projects")
            book.Cell("Projects", project.Code, "Project").SetValue("Renamed");
        var cell = book.Cell(sheet, project.Code, heading);
        cell.SetValue(value);
        var before = await SnapshotAsync(project);

        var refused = (await fund.ImportAsync(book.Bytes(), "portfolio.xlsx")).ShouldBeProblem(422, code);
        var tried = (await fund.ImportAsync(book.Bytes(), "portfolio.xlsx", dryRun: true)).ShouldBe(200);

        var counted = new[] { "created", "updated", "unchanged", "rejected" };
        counted.Sum(tried.Number).Should().Be(tried.Number("rowsRead"), "each row has become one thing");
        Cells(refused).Should().Equal([(sheet, cell.Address.RowNumber, heading, code)]);
        (await SnapshotAsync(project)).Should().Be(before);
    }

    [Theory]
    [InlineData("Projects", "Summary", "Sumary")]
    [InlineData("Plan", "Phase", "Phaze")]
    [InlineData("Commitments", "Agreed on", "Agred on")]
    public async Task A_misspelt_heading_is_named_with_the_column_that_is_missing(
        string sheet,
        string heading,
        string misspelt
    )
    {
        var (fund, project) = await FilledAsync();
        using var book = await EditedWorkbook.OpenAsync(fund);
        book.Cell("Projects", project.Code, "Project").SetValue("Renamed");
        book.Sheet(sheet).Cell(1, book.Column(sheet, heading)).SetValue(misspelt);
        var before = await SnapshotAsync(project);

        var refused = (await fund.ImportAsync(book.Bytes(), "portfolio.xlsx")).ShouldBeProblem(422, "missing_heading");

        Cells(refused).Should().Equal([(sheet, 1, heading, "missing_heading")]);
        refused.Items("errors").Single()["message"]!.GetValue<string>().Should().Contain(misspelt);
        (await SnapshotAsync(project)).Should().Be(before);
    }

    [Fact]
    public async Task A_renamed_sheet_is_refused_and_not_left_out()
    {
        var (fund, project) = await FilledAsync();
        using var book = await EditedWorkbook.OpenAsync(fund);
        book.Cell("Projects", project.Code, "Project").SetValue("Renamed");
        book.Sheet("Commitments").Name = "Comitments";
        var before = await SnapshotAsync(project);

        var refused = (await fund.ImportAsync(book.Bytes(), "portfolio.xlsx")).ShouldBeProblem(422, "unknown_sheet");

        refused.Text("errors.0.sheet").Should().Be("Comitments");
        refused.Text("errors.0.message").Should().Contain("'Commitments'");
        (await SnapshotAsync(project)).Should().Be(before);
    }

    [Fact]
    public async Task A_column_of_ones_own_is_noticed_and_not_read()
    {
        var (fund, project) = await FilledAsync();
        using var book = await EditedWorkbook.OpenAsync(fund);
        var projects = book.Sheet("Projects");
        projects.Cell(1, projects.Row(1).LastCellUsed()!.Address.ColumnNumber + 1).SetValue("My notes");

        var report = (await fund.ImportAsync(book.Bytes(), "portfolio.xlsx")).ShouldBe(200);

        report
            .Items("notices")
            .Select(n => ((string)n["column"]!, (string)n["code"]!))
            .Should()
            .Equal([("My notes", "heading_not_read")]);
        (await project.GetAsync()).Text("name").Should().NotBeEmpty();
    }

    [Fact]
    public async Task New_rows_have_to_be_right_as_well()
    {
        var (fund, project) = await FilledAsync();
        using var book = await EditedWorkbook.OpenAsync(fund);
        var row = book.AddRow(
            "Commitments",
            ("Code", project.Code),
            ("Project", project.Code),
            ("Funder", "Nobody in particular"),
            ("Phase", "Modelling"),
            ("Lever", "Funding"),
            ("Nature", "Cash"),
            ("Agreed", 1),
            ("Agreed on", new DateTime(2016, 1, 1))
        );
        Cells((await fund.ImportAsync(book.Bytes(), "portfolio.xlsx")).ShouldBe(422))
            .Should()
            .Equal([("Commitments", row, "Funder", "unknown_organisation")]);

        var hours = book.Sheet("Commitments").Cell(row, book.Column("Commitments", "Hours"));
        book.Sheet("Commitments").Cell(row, book.Column("Commitments", "Funder")).SetValue($"Fund {fund.Code}");
        hours.SetValue(8);
        Cells((await fund.ImportAsync(book.Bytes(), "portfolio.xlsx")).ShouldBe(422))
            .Should()
            .Equal([("Commitments", row, "Hours", "hours_without_skills")]);

        hours.SetValue("");
        book.Sheet("Commitments").Cell(row, 1).SetValue("P-unknown");
        Cells((await fund.ImportAsync(book.Bytes(), "portfolio.xlsx")).ShouldBe(422))
            .Should()
            .Equal([("Commitments", row, "Code", "unknown_project")]);

        book.Sheet("Commitments").Cell(row, 1).SetValue(project.Code);
        book.AddRow(
            "Plan",
            ("Code", project.Code),
            ("Project", project.Code),
            ("Phase", "Experimentation"),
            ("Lever", "Funding"),
            ("Planned", 1)
        );
        Cells((await fund.ImportAsync(book.Bytes(), "portfolio.xlsx")).ShouldBe(422))
            .Should()
            .ContainSingle()
            .Which.Item4.Should()
            .Be("duplicate_line");
    }

    [Fact]
    public async Task A_plan_line_that_is_deleted_is_planned_no_more_and_said_so()
    {
        var (fund, project) = await FilledAsync();
        using var book = await EditedWorkbook.OpenAsync(fund);
        book.Sheet("Plan")
            .Row(book.Cell("Plan", project.Code, "Lever", r => r.Cell(3).GetString() == "Modelling").Address.RowNumber)
            .Delete();
        var report = (await fund.ImportAsync(book.Bytes(), "portfolio.xlsx")).ShouldBe(200);
        report.Items("notices").Should().ContainSingle().Which["code"]!
            .GetValue<string>()
            .Should()
            .Be("plan_line_removed");
        (await api.Administrator.GetAsync($"{project.Path}/plan")).Items("lines").Should().ContainSingle();
    }

    [Fact]
    public async Task A_workbook_of_another_portfolio_or_without_its_ids_is_refused()
    {
        var (fund, _) = await FilledAsync();
        var (other, _) = await FilledAsync();
        (await other.ImportAsync(await EditedWorkbook.ExportAsync(fund), "portfolio.xlsx"))
            .ShouldBe(422)
            .Items("errors")
            .Should()
            .OnlyContain(e => e["code"]!.GetValue<string>() == "unknown_id");

        using var book = await EditedWorkbook.OpenAsync(fund);
        book.Sheet("Projects").Cell(1, book.Column("Projects", "Version")).SetValue("Something");
        Cells((await fund.ImportAsync(book.Bytes(), "portfolio.xlsx")).ShouldBeProblem(422, "missing_heading"))
            .Should()
            .Equal([("Projects", 1, "Version", "missing_heading")]);
    }

    [Fact]
    public async Task Only_managers_bring_a_workbook_back_and_sentences_are_theirs()
    {
        var (fund, project) = await FilledAsync();
        var file = await EditedWorkbook.ExportAsync(fund);
        foreach (var role in new[] { "investor", "finance" })
            (await fund.ImportAsync(file, "portfolio.xlsx", by: await fund.MemberAsync(role))).ShouldBeProblem(
                403,
                "managers_only"
            );
        (await fund.ImportAsync(file, "portfolio.xlsx", by: await api.NewUserAsync("A stranger"))).ShouldBeProblem(
            404,
            "not_found"
        );
        (await project.TerritoriesAsync("Nanterre")).ShouldBe(200);
        (await fund.ImportAsync(file, "portfolio.xlsx", language: "fr"))
            .ShouldBeProblem(422, "stale")
            .Text("detail")
            .Should()
            .StartWith("Le projet a changé");
    }

    /// <summary>Two projects; the first has a plan of two lines and three commitments, one of them cancelled, and texts that are hard to keep.</summary>
    private async Task<(Fund Fund, TestProject Project)> FilledAsync()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync(
            tags: new
            {
                sdgs = new[] { 8, 11 },
                domains = new[] { "employmentAndInclusion", "mobilityAndTransport" },
                summary = "=Not a formula\r\n_x0041_ & <b>\twith a tab",
            }
        );
        await fund.ProjectAsync();
        (
            await project.PlanAsync(
                ("experimentation", "funding", 1000),
                ("modelling", "strategyAndGovernance", 2000.50m)
            )
        ).ShouldBe(200);
        var first = await project.CommitAsync(750.25m);
        (await project.DeliverAsync(first, 100)).ShouldBe(201);
        var second = await project.CommitAsync(300, lever: "expertiseAndNetworks");
        (
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments/{second}/cancellation",
                new { reason = "Over", cancelledOn = "2016-02-01" }
            )
        ).ShouldBe(200);
        (
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments",
                new
                {
                    portfolioId = fund.Id,
                    funderOrganisationId = fund.OrganisationId,
                    lever = "strategyAndGovernance",
                    phase = "modelling",
                    nature = "skills",
                    amount = project.Money(1200),
                    agreedOn = "2015-05-01",
                    startsOn = "2015-06-01",
                    endsOn = "2016-05-31",
                    hours = 24.5,
                    reference = "=REF-1",
                }
            )
        ).ShouldBe(201);
        return (fund, project);
    }

    private async Task<string> SnapshotAsync(TestProject project) =>
        new JsonObject
        {
            ["project"] = (await project.GetAsync()).Json!.DeepClone(),
            ["plan"] = (await api.Administrator.GetAsync($"{project.Path}/plan")).ShouldBe(200).Json!.DeepClone(),
            ["commitments"] = (await api.Administrator.GetAsync($"{project.Path}/commitments"))
                .ShouldBe(200)
                .Json!.DeepClone(),
        }.ToJsonString();

    private static IEnumerable<(string, int, string, string)> Cells(Reply reply) =>
        reply
            .Items("errors")
            .Select(e =>
                (
                    e["sheet"]!.GetValue<string>(),
                    e["row"]!.GetValue<int>(),
                    e["column"]!.GetValue<string>(),
                    e["code"]!.GetValue<string>()
                )
            );
}
