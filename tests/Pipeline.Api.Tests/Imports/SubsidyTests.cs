using System.Text;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Exports;

namespace Pipeline.Api.Tests.Imports;

/// <summary>Subsidy agreements in the French regulatory format, in and out.</summary>
[UseCases(typeof(GetSubsidies))]
public sealed class SubsidyTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private const string Headings =
        "nomAttribuant,idAttribuant,dateConvention,referenceDecision,nomBeneficiaire,idBeneficiaire,objet,montant,nature,conditionsVersement,datesPeriodeVersement,idRAE,notificationUE,pourcentageSubvention";

    // The example that was published with the format.
    private const string Example = $"""
        {Headings}
        Région Bretagne,23350001600040,2017-06-27,Z34507,Rodriguez SA,81223113200026,Aide à l'embauche,22000.80,aide en numéraire;aide en nature,échelonné,2017-12-14_2018-12-14,12345,non,0.8
        Région Bretagne,23350001600040,2017-06-27,Z34507,Bellandier SAS,67895644300011,Aide à l'embauche,5500.20,aide en numéraire;aide en nature,échelonné,2017-12-14_2018-12-14,12345,non,0.2
        """;

    [Fact]
    public async Task The_formats_own_example_comes_in_one_project_a_beneficiary()
    {
        var fund = await Fund.OpenAsync(api);
        var report = (await ImportAsync(fund, Example)).ShouldBe(200);

        report.Text("format").Should().Be("subsidies.csv");
        (report.Number("rowsRead"), report.Number("created")).Should().Be((2, 2));
        report.Figure("committed.amount").Should().Be(27_501.00m);
        report
            .Items("notices")
            .Select(n => n["code"]!.GetValue<string>())
            .Should()
            .Equal(
                ["mixed_nature", "mixed_nature", "wrong_check_digits"],
                "the example's second number is invented: its check digits say so"
            );
        var projects = await fund.ProjectsAsync();
        projects
            .Select(p => p["code"]!.GetValue<string>())
            .Should()
            .BeEquivalentTo("Z34507/81223113200026", "Z34507/67895644300011");
        var rodriguez = projects.Single(p => p["code"]!.GetValue<string>() == "Z34507/81223113200026");
        var commitment = (await CommitmentsAsync(rodriguez["id"]!)).Single();
        (
            commitment["agreedOn"]!.GetValue<string>(),
            commitment["startsOn"]!.GetValue<string>(),
            commitment["endsOn"]!.GetValue<string>(),
            commitment["nature"]!.GetValue<string>()
        )
            .Should()
            .Be(("2017-06-27", "2017-12-14", "2018-12-14", "cash"));
        (await api.Administrator.GetAsync("organisations?q=Rodriguez")).Items()[0]["identifier"]!
            .ToJsonString()
            .Should()
            .Be("""{"scheme":"FR-SIRET","id":"81223113200026"}""");

        (await ImportAsync(fund, Example)).ShouldBe(200).Number("unchanged").Should().Be(2);
    }

    [Fact]
    public async Task A_line_is_the_same_agreement_alone_and_among_others_of_its_decision()
    {
        var fund = await Fund.OpenAsync(api);
        var (alpha, beta) = (Line("D-1", "Alpha", "250.00"), Line("D-1", "Beta", "750.00"));
        (await ImportAsync(fund, $"{Headings}\n{alpha}")).ShouldBe(200).Number("created").Should().Be(1);
        var both = (await ImportAsync(fund, $"{Headings}\n{alpha}\n{beta}")).ShouldBe(200);
        (both.Number("created"), both.Number("unchanged")).Should().Be((1, 1));
        (await ImportAsync(fund, $"{Headings}\n{beta}")).ShouldBe(200).Number("unchanged").Should().Be(1);
    }

    [Theory]
    [InlineData("1000.00", "0.25", "1000.00", "0.75", 250.00, 750.00)]
    [InlineData("250.00", "0.25", "750.00", "0.75", 250.00, 750.00)]
    public async Task A_decision_shared_by_two_is_shared_whichever_way_its_amounts_are_written(
        string one,
        string share,
        string two,
        string rest,
        decimal first,
        decimal second
    )
    {
        var fund = await Fund.OpenAsync(api);
        (
            await ImportAsync(
                fund,
                $"{Headings}\n{Line("D-1", "Alpha", one, share: share)}\n{Line("D-1", "Beta", two, share: rest)}"
            )
        ).ShouldBe(200);
        var amounts = new List<decimal>();
        foreach (var project in await fund.ProjectsAsync())
            amounts.Add((await CommitmentsAsync(project["id"]!)).Single()["amount"]!["amount"]!.GetValue<decimal>());
        amounts.Should().BeEquivalentTo([first, second]);
    }

    [Fact]
    public async Task A_part_of_a_decision_that_its_lines_do_not_settle_is_refused_whichever_of_them_are_there()
    {
        var fund = await Fund.OpenAsync(api);
        foreach (
            var lines in new[]
            {
                // A line alone, one without a decision, equal parts of equal amounts, and what fits neither way of writing.
                [Line("D-1", "Alpha", "1000.00", share: "0.25")],
                [Line("", "Alpha", "1000.00", share: "0.25"), Line("", "Beta", "1000.00", share: "0.75")],
                [Line("D-1", "Alpha", "1000.00", share: "0.5"), Line("D-1", "Beta", "1000.00", share: "0.5")],
                [
                    Line("D-1", "Alpha", "1000.00", share: "0.33"),
                    Line("D-1", "Beta", "1000.00", share: "0.33"),
                    Line("D-1", "Gamma", "1000.00", share: "0.34"),
                ],
                new[]
                {
                    Line("D-1", "Alpha", "1000.00", share: "0.25"),
                    Line("D-1", "Beta", "10000.00", share: "0.75"),
                },
            }
        )
        {
            var refused = (await ImportAsync(fund, $"{Headings}\n{string.Join('\n', lines)}")).ShouldBeProblem(
                422,
                "ambiguous_share"
            );
            refused.Items("errors").Should().HaveCount(lines.Length);
            refused.Text("errors.0.column").Should().Be("pourcentageSubvention");
        }
        await fund.ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task Lines_that_share_a_decision_are_left_out_together_and_come_back_with_the_same_amounts()
    {
        var fund = await Fund.OpenAsync(api);
        var wrong = Example.Replace("2017-06-27,Z34507,Bellandier", "hier,Z34507,Bellandier", StringComparison.Ordinal);
        var report = (
            await fund.ImportAsync(
                Encoding.UTF8.GetBytes($"{wrong}\n{Line("D-2", "Alone", "10")}"),
                "subventions.csv",
                more: "&onError=skip"
            )
        ).ShouldBe(200);
        (report.Number("created"), report.Number("rejected")).Should().Be((1, 2));
        RefusalTests
            .Places(report)
            .Should()
            .Equal([(2, "pourcentageSubvention", "decision_incomplete"), (3, "dateConvention", "invalid_date")]);

        var rejected = await api.Administrator.GetAsync($"imports/{report.Id("importId")}/rejected.csv");
        var mended = Encoding.UTF8.GetString(rejected.Bytes).Replace("hier", "2017-06-27", StringComparison.Ordinal);
        (await ImportAsync(fund, mended)).ShouldBe(200).Figure("committed.amount").Should().Be(27_501.00m);
    }

    [Fact]
    public async Task Lines_of_a_decision_that_are_left_out_stand_in_the_way_of_none_on_a_later_sheet()
    {
        var fund = await Fund.OpenAsync(api);
        string[] headings = Headings.Split(',');
        var file = new TestWorkbook()
            .Sheet(
                "2017",
                [
                    headings,
                    Line("D-1", "Alpha", "1000.00", share: "0.25").Split(','),
                    Line("D-1", "Beta", "1000.00", share: "0.75")
                        .Replace("2017-06-27", "hier", StringComparison.Ordinal)
                        .Split(','),
                ]
            )
            .Sheet(
                "2018",
                [headings, Line("D-1", "Alpha", "250.00").Split(','), Line("D-1", "Gamma", "5.00").Split(',')]
            )
            .Bytes();
        var report = (await fund.ImportAsync(file, "subventions.xlsx", more: "&onError=skip")).ShouldBe(200);
        (report.Number("created"), report.Number("rejected")).Should().Be((2, 2));
    }

    [Fact]
    public async Task A_line_that_what_is_recorded_refuses_comes_back_so_that_it_can_be_read_without_the_others()
    {
        var fund = await Fund.OpenAsync(api);
        (await ImportAsync(fund, Decision("1000.00"))).ShouldBe(200).Number("created").Should().Be(2);
        var alpha = (await fund.ProjectsAsync()).Single(p => p["code"]!.GetValue<string>() == "D-3/Alpha")["id"]!;
        var commitment = (await CommitmentsAsync(alpha)).Single()["id"];
        (
            await api.Administrator.PostAsync(
                $"projects/{alpha}/commitments/{commitment}/deliveries",
                new { amount = new { amount = 10, currency = "EUR" }, deliveredOn = "2018-01-01" }
            )
        ).ShouldBe(201);

        var report = (
            await fund.ImportAsync(
                Encoding.UTF8.GetBytes(Decision("2001.00")),
                "subventions.csv",
                more: "&onError=skip"
            )
        ).ShouldBe(200);
        (report.Number("updated"), report.Number("rejected")).Should().Be((1, 1));
        var rejected = Encoding.UTF8.GetString(
            (await api.Administrator.GetAsync($"imports/{report.Id("importId")}/rejected.csv")).Bytes
        );
        rejected.Should().Contain(",Un projet,500.25,aide en numéraire,unique,2017-12-14,,non,1,2,montant,");
        (await ImportAsync(fund, rejected)).ShouldBeProblem(422, "commitment_has_deliveries");

        static string Decision(string amount) =>
            $"{Headings}\n{Line("D-3", "Alpha", amount, share: "0.25")}\n{Line("D-3", "Beta", amount, share: "0.75")}";
    }

    [Theory]
    [InlineData("", "Ville", "Festival")]
    [InlineData("", "Région", "Tournoi")]
    [InlineData("2019-01", "Région", "Tournoi")]
    public async Task Decisions_that_only_look_alike_stand_beside_each_other(
        string reference,
        string funder,
        string purpose
    )
    {
        var fund = await Fund.OpenAsync(api);
        var (one, other) = (Decision("1000", reference), Decision("3000", reference, funder: funder, purpose: purpose));
        (await ImportAsync(fund, $"{Headings}\n{one}")).ShouldBe(200);

        (await ImportAsync(fund, $"{Headings}\n{other}")).ShouldBe(200).Noticed().Should().Equal("beside_another");

        (await PublishedAmountsAsync(fund)).Should().BeEquivalentTo([1000m, 3000m]);
        foreach (var row in new[] { one, other })
            (await ImportAsync(fund, $"{Headings}\n{row}")).ShouldBe(200).Number("unchanged").Should().Be(1);
    }

    [Fact]
    public async Task A_decision_without_a_number_is_the_same_alone_and_among_others()
    {
        var fund = await Fund.OpenAsync(api);
        var (one, wrong, other) = (
            Decision("1000"),
            Decision("much", purpose: "Festival"),
            Decision("3000", purpose: "Festival")
        );
        var skipped = (
            await fund.ImportAsync(
                Encoding.UTF8.GetBytes($"{Headings}\n{one}\n{wrong}"),
                "subventions.csv",
                more: "&onError=skip"
            )
        ).ShouldBe(200);
        var rejected = Encoding
            .UTF8.GetString((await api.Administrator.GetAsync($"imports/{skipped.Id("importId")}/rejected.csv")).Bytes)
            .Replace("much", "3000", StringComparison.Ordinal);
        (await ImportAsync(fund, rejected)).ShouldBe(200).Number("created").Should().Be(1);

        (await ImportAsync(fund, $"{Headings}\n{one}\n{other}")).ShouldBe(200).Number("unchanged").Should().Be(2);

        (await PublishedAmountsAsync(fund)).Should().BeEquivalentTo([1000m, 3000m]);
    }

    [Theory]
    [InlineData("26/04/2019", "05123457300015", "2019-04-26", "05123457300015")]
    [InlineData("2019-04-26", "05123457300015", "2019-04-26", "5123457300015")]
    [InlineData("2019-04-26", "5123457300015", "26/04/2019", "FR-SIRET-05123457300015")]
    public async Task A_decision_without_a_number_is_the_same_however_its_day_and_beneficiary_are_written(
        string day,
        string number,
        string dayAgain,
        string numberAgain
    )
    {
        var fund = await Fund.OpenAsync(api);
        (await ImportAsync(fund, File(day, number))).ShouldBe(200);
        (await ImportAsync(fund, File(dayAgain, numberAgain))).ShouldBe(200).Number("unchanged").Should().Be(1);
        (await PublishedAmountsAsync(fund)).Should().Equal(1000m);

        static string File(string day, string number) => $"{Headings}\n{Decision("1000", day: day, number: number)}";
    }

    [Fact]
    public async Task A_portfolio_that_left_a_project_agrees_nothing_new_by_any_file()
    {
        var (fund, lead) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var project = await lead.ProjectAsync(startedOn: "2010-01-01");
        var holding = $"portfolios/{fund.Id}/holdings/{project.Id}";
        (await api.Administrator.PutAsync(holding, new { kind = "coFunder" })).ShouldBe(200);
        (
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments",
                new
                {
                    portfolioId = fund.Id,
                    funderOrganisationId = fund.OrganisationId,
                    lever = "funding",
                    phase = "conception",
                    nature = "cash",
                    amount = project.Money(100),
                    agreedOn = "2015-02-01",
                    reference = "CONV-LEFT",
                }
            )
        ).ShouldBe(201);
        using var book = await EditedWorkbook.OpenAsync(fund);
        book.Cell("Commitments", project.Code, "Agreed on").GetString().Should().NotBeEmpty("co-funders have theirs");
        await api.DaysGoByAsync(2);
        (
            await api.Administrator.PostAsync(
                $"{holding}/end",
                new { endedOn = $"{api.Clock.Today.AddDays(-1):yyyy-MM-dd}", reason = "Over" }
            )
        ).ShouldBe(200);
        var csv = Encoding.UTF8.GetString(
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/subsidies.csv")).Bytes
        );

        (await ImportAsync(fund, csv)).ShouldBe(200).Number("unchanged").Should().Be(1);
        (await ImportAsync(fund, csv.Replace("100.00", "150.00", StringComparison.Ordinal))).ShouldBlame(
            "row 2, montant",
            "portfolio_left"
        );
        // It still closes its own books.
        (await ImportAsync(fund, csv.Replace("100.00", "0", StringComparison.Ordinal)))
            .ShouldBe(200)
            .Number("updated")
            .Should()
            .Be(1);
        (await PublishedAsync(fund)).Should().Equal(("CONV-LEFT", 0m));
    }

    [Fact]
    public async Task Two_lines_of_one_project_are_taken_back_together()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await AgreeAsync(project, "funding", "cash", "reference", "CONV-A");
        await AgreeAsync(project, "evaluation", "cash", "reference", "CONV-B");
        var csv = Encoding.UTF8.GetString(
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/subsidies.csv")).Bytes
        );
        var report = (await ImportAsync(fund, csv.Replace("100.00", "150.00", StringComparison.Ordinal))).ShouldBe(200);
        report.Number("updated").Should().Be(2);

        (
            await api.Administrator.PostAsync($"imports/{report.Id("importId")}/reversal", new { reason = "Wrong" })
        ).ShouldBe(200);

        (await CommitmentsAsync(project.Id))
            .Where(c => c["cancellation"] is null)
            .Select(c => (c["reference"]!.GetValue<string>(), c["amount"]!["amount"]!.GetValue<decimal>()))
            .Should()
            .BeEquivalentTo([("CONV-A", 100m), ("CONV-B", 100m)]);
        (await ImportAsync(fund, csv)).ShouldBe(200).Number("unchanged").Should().Be(2);

        // Each of them may come to nothing, whatever becomes of the other.
        var lines = csv.Split("\r\n");
        var (first, second) = (lines.Single(l => l.Contains("CONV-A")), lines.Single(l => l.Contains("CONV-B")));
        await ImportLineAsync(first, "0");
        await ImportLineAsync(second, "150.00");
        (await PublishedAsync(fund)).Should().BeEquivalentTo([("CONV-A", 0m), ("CONV-B", 150m)]);
        await ImportLineAsync(second, "0");
        (await PublishedAsync(fund)).Should().BeEquivalentTo([("CONV-A", 0m), ("CONV-B", 0m)]);

        async Task ImportLineAsync(string line, string amount) =>
            (await ImportAsync(fund, $"{Headings}\n{line.Replace("100.00", amount, StringComparison.Ordinal)}"))
                .ShouldBe(200)
                .Number("updated")
                .Should()
                .Be(1);
    }

    [Theory]
    [InlineData("montant", "22 00,80", "invalid_amount")]
    [InlineData("dateConvention", "hier", "invalid_date")]
    [InlineData("nature", "prêt", "unknown_code")]
    [InlineData("pourcentageSubvention", "80", "invalid_share")]
    [InlineData("nomBeneficiaire", "", "required")]
    public async Task A_wrong_cell_is_named_in_the_formats_words(string column, string cell, string code)
    {
        var fund = await Fund.OpenAsync(api);
        var cells = Line("D-1", "Alpha", "10").Split(',');
        cells[Array.IndexOf(Headings.Split(','), column)] = cell.Contains(',', StringComparison.Ordinal)
            ? $"\"{cell}\""
            : cell;
        var refused = (
            await ImportAsync(fund, $"{Headings}\n\n{Line("D-0", "Alpha", "10")}\n{string.Join(',', cells)}")
        ).ShouldBeProblem(422, code);
        RefusalTests.Places(refused).Should().Equal([(4, column, code)]);
        await fund.ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task Euros_do_not_go_into_a_portfolio_of_another_currency_nor_out_of_it()
    {
        var fund = await Fund.OpenAsync(api, currency: "GBP");
        (await ImportAsync(fund, Example)).ShouldBe(422).ShouldBlame("row 2, montant", "currency_differs");
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/subsidies.csv")).ShouldBeProblem(
            409,
            "currency_not_euro"
        );
    }

    [Fact]
    public async Task What_goes_out_is_the_format_to_the_letter()
    {
        var fund = await Fund.OpenAsync(api);
        (
            await ImportAsync(
                fund,
                $"{Headings}\nFondation A,22850001300658,2017-06-27,Z-1,\"Alpha, \"\"Beta\"\" & Cie\",38047555800058,Un projet,1250.5,aide en nature,unique,2017-12-14,,non,1"
            )
        ).ShouldBe(200);

        var reply = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/subsidies.csv")).ShouldBe(200);

        reply.MediaType.Should().Be("text/csv");
        Encoding
            .UTF8.GetString(reply.Bytes)
            .Should()
            .Be(
                $"{Headings}\r\nFondation A,22850001300658,2017-06-27,Z-1,\"Alpha, \"\"Beta\"\" & Cie\",38047555800058,Un projet,1250.50,aide en nature,unique,2017-12-14,,non,1\r\n"
            );
    }

    [Fact]
    public async Task Any_portfolio_that_goes_out_comes_in_again_and_changes_nothing()
    {
        var fund = await Fund.OpenAsync(api);
        // All that the format cannot say, or says twice: several levers, natures and dates, no references, one reference twice, cancelled lines, texts like formulas.
        (await ImportAsync(fund, Example)).ShouldBe(200);
        (
            await fund.ImportAsync(
                GrantTable
                    .Of(
                        GrantTable.Row(1, title: "=1+1"),
                        GrantTable.Row(2, title: "'=it's"),
                        GrantTable.Row(3, title: new string('x', 299))
                    )
                    .Csv()
            )
        ).ShouldBe(200);
        var project = await fund.ProjectAsync();
        await AgreeAsync(project, "evaluation", "skills", "hours", 12, reference: "CONV-1");
        await AgreeAsync(project, "funding", "cash", "reference", "CONV-1");
        await AgreeAsync(project, "strategyAndGovernance", "inKind", "endsOn", "2016-01-01");
        await AgreeAsync(project, "funding", "cash", "startsOn", "2016-01-01");
        var cancelled = await project.CommitAsync(500);
        (await project.DeliverAsync(cancelled, 120)).ShouldBe(201);
        foreach (var gone in new[] { cancelled, await project.CommitAsync(700) })
            (
                await api.Administrator.PostAsync(
                    $"{project.Path}/commitments/{gone}/cancellation",
                    new { reason = "Over", cancelledOn = "2016-02-01" }
                )
            ).ShouldBe(200);
        var (before, committed) = (
            await VersionsAsync(fund),
            (await fund.DashboardAsync()).Figure("totals.committed.amount")
        );

        var file = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/subsidies.csv")).ShouldBe(200).Bytes;
        var report = (await fund.ImportAsync(file, "subventions.csv")).ShouldBe(200);

        (report.Number("rowsRead"), report.Number("unchanged"), report.Number("created"), report.Number("updated"))
            .Should()
            .Be((10, 10, 0, 0));
        report.Number("organisationsCreated").Should().Be(0);
        report.Figure("committed.amount").Should().Be(committed, "the file adds up to the dashboard");
        (await VersionsAsync(fund)).Should().Equal(before);
        (await fund.DashboardAsync()).Figure("totals.committed.amount").Should().Be(committed);
    }

    [Fact]
    public async Task A_changed_amount_replaces_its_agreement_and_keeps_what_the_format_cannot_say()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await AgreeAsync(project, "evaluation", "skills", "hours", 12, reference: "CONV-1");
        await AgreeAsync(project, "funding", "cash", "instrument", "loan", reference: "CONV-2");
        await AgreeAsync(
            project,
            "expertiseAndNetworks",
            "cash",
            "provider",
            new { organisationId = fund.OrganisationId, kind = "external" },
            reference: "CONV-3"
        );
        var csv = Encoding.UTF8.GetString(
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/subsidies.csv")).Bytes
        );

        (await ImportAsync(fund, csv.Replace("100.00", "150.00", StringComparison.Ordinal)))
            .ShouldBe(200)
            .Number("updated")
            .Should()
            .Be(3);

        var commitments = await CommitmentsAsync(project.Id);
        var all = commitments
            .Where(c => c["cancellation"] is null)
            .ToDictionary(c => c["reference"]!.GetValue<string>());
        var standing = all["CONV-1"];
        all["CONV-2"]["instrument"]!.GetValue<string>().Should().Be("loan");
        all["CONV-3"]["provider"]!["kind"]!.GetValue<string>().Should().Be("external");
        (
            standing["lever"]!.GetValue<string>(),
            standing["nature"]!.GetValue<string>(),
            standing["hours"]!.GetValue<decimal>(),
            standing["amount"]!["amount"]!.GetValue<decimal>(),
            standing["reference"]!.GetValue<string>()
        )
            .Should()
            .Be(("evaluation", "skills", 12m, 150m, "CONV-1"));
        commitments.Should().HaveCount(6);
    }

    [Fact]
    public async Task A_reference_that_two_funders_share_does_not_hand_one_beneficiarys_project_to_another()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await AgreeAsync(project, "funding", "cash", "reference", "2017-01");
        (await ImportAsync(fund, $"{Headings}\n{Line("2017-01", "Somebody else", "10")}"))
            .ShouldBe(200)
            .Number("created")
            .Should()
            .Be(1);
        (await project.GetAsync()).Text("name").Should().Be($"Project {project.Code}");
    }

    [Fact]
    public async Task Everybody_of_the_portfolio_may_take_it_out_and_nobody_else()
    {
        var fund = await Fund.OpenAsync(api);
        foreach (var role in new[] { "manager", "finance", "investor" })
            (await (await fund.MemberAsync(role)).GetAsync($"portfolios/{fund.Id}/subsidies.csv")).ShouldBe(200);
        (await (await api.NewUserAsync("A stranger")).GetAsync($"portfolios/{fund.Id}/subsidies.csv")).ShouldBeProblem(
            404,
            "not_found"
        );
        (await api.Anonymous().GetAsync($"portfolios/{fund.Id}/subsidies.csv")).ShouldBe(401);
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/subsidies.csv?asOf=tomorrow")).ShouldBeProblem(
            422,
            "invalid_date"
        );
        var project = await fund.ProjectAsync();
        await project.CommitAsync(10, on: "2016-01-01");
        Encoding
            .UTF8.GetString(
                (await api.Administrator.GetAsync($"portfolios/{fund.Id}/subsidies.csv?asOf=2015-12-31")).Bytes
            )
            .Should()
            .Be($"{Headings}\r\n");
    }

    private async Task<IReadOnlyList<(string, decimal)>> PublishedAsync(Fund fund) =>
        [
            .. (await api.Administrator.GetAsync($"portfolios/{fund.Id}/360giving.json")).ShouldBe(200).Json!["grants"]!
                .AsArray()
                .Select(g => (g!["id"]!.GetValue<string>(), g["amountAwarded"]!.GetValue<decimal>())),
        ];

    private static string Decision(
        string amount,
        string reference = "",
        string funder = "Ville",
        string day = "2019-04-26",
        string number = "",
        string purpose = "Tournoi"
    ) => $"{funder},,{day},{reference},Club de rugby,{number},{purpose},{amount},aide en numéraire,unique,,,non,1";

    private async Task<IReadOnlyList<decimal>> PublishedAmountsAsync(Fund fund) =>
        [.. (await PublishedAsync(fund)).Select(p => p.Item2)];

    private static string Line(string reference, string beneficiary, string amount, string share = "1") =>
        $"Fondation A,,2017-06-27,{reference},{beneficiary},,Un projet,{amount},aide en numéraire,unique,2017-12-14,,non,{share}";

    private static Task<Reply> ImportAsync(Fund fund, string csv) =>
        fund.ImportAsync(Encoding.UTF8.GetBytes(csv), "subventions.csv");

    private async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> CommitmentsAsync(object project) =>
        (await api.Administrator.GetAsync($"projects/{project}/commitments")).ShouldBe(200).Items();

    private static async Task<IReadOnlyList<(string, long)>> VersionsAsync(Fund fund)
    {
        var versions = new List<(string, long)>();
        foreach (var project in await fund.ProjectsAsync())
            versions.Add(
                (
                    project["code"]!.GetValue<string>(),
                    (await fund.Api.Administrator.GetAsync($"projects/{project["id"]}")).ShouldBe(200)[
                        "version"
                    ]!.GetValue<long>()
                )
            );
        return versions;
    }

    private async Task AgreeAsync(
        TestProject project,
        string lever,
        string nature,
        string field,
        object value,
        string? reference = null
    )
    {
        var body = System
            .Text.Json.JsonSerializer.SerializeToNode(
                new
                {
                    portfolioId = project.Fund.Id,
                    funderOrganisationId = project.Fund.OrganisationId,
                    lever,
                    phase = "experimentation",
                    nature,
                    amount = project.Money(100),
                    agreedOn = "2015-02-01",
                    reference,
                }
            )!
            .AsObject();
        body[field] = System.Text.Json.JsonSerializer.SerializeToNode(value);
        (await api.Administrator.PostAsync($"{project.Path}/commitments", body)).ShouldBe(201);
    }
}
