using System.Text;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Imports;

/// <summary>Files of the standard that nobody has seen before: any order, any case, any of its forms.</summary>
public sealed class HeadingTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Theory]
    [InlineData(
        "Identifier",
        "Title",
        "Description",
        "Currency",
        "Amount Awarded",
        "Award Date",
        "Recipient Org:Identifier",
        "Recipient Org:Name",
        "Funding Org:Identifier",
        "Funding Org:Name"
    )]
    [InlineData(
        "IDENTIFIER",
        "title",
        "dEsCription",
        "CURRENCY",
        "amount awarded",
        "AWARD DATE",
        "recipient org:identifier",
        "RECIPIENT ORG:NAME",
        "funding org:identifier",
        "funding org:name"
    )]
    [InlineData(
        "Grant Id",
        "Grant_Title",
        "Grant description",
        "currency",
        "Award Amount",
        "Date awarded",
        "Recipient Organisation: ID",
        "Recipient organization/0/Name",
        "Funder: Id",
        "Funding Organisation - Name"
    )]
    [InlineData(
        "id",
        "title",
        "description",
        "currency",
        "amountAwarded",
        "awardDate",
        "recipientOrganization/0/id",
        "recipientOrganization/0/name",
        "fundingOrganization/0/id",
        "fundingOrganization/0/name"
    )]
    public async Task Headings_are_known_in_any_spelling_and_order(params string[] headings)
    {
        var table = new GrantTable { Headings = headings };
        table.Rows.Add(GrantTable.Row(1));
        var turned = new GrantTable { Headings = [.. headings.Reverse(), "Notes"] };
        turned.Rows.Add([.. GrantTable.Row(1).Reverse(), "from the archive"]);

        var fund = await Fund.OpenAsync(api);
        foreach (var separator in ",;\t|")
        {
            (await fund.ImportAsync(table.Csv(separator))).ShouldBe(200).Items("errors").Should().BeEmpty();
            (await fund.ImportAsync(turned.Csv(separator)))
                .ShouldBe(200)
                .Number("unchanged")
                .Should()
                .Be(1, "the same grant again");
        }
        (await fund.ImportAsync(turned.Xlsx(), "grants.xlsx")).ShouldBe(200).Number("unchanged").Should().Be(1);
        await ShouldBeGrantOneAsync(fund);
    }

    [Fact]
    public async Task A_workbook_gives_its_numbers_and_days_as_they_are()
    {
        var fund = await Fund.OpenAsync(api);
        var row = GrantTable.Row(1).Select(TestWorkbook.Text).ToArray();
        (row[4], row[5]) = (TestWorkbook.Number(1000.50m), TestWorkbook.Day(new DateTime(2015, 3, 1).ToOADate()));
        var headings = GrantTable.Standard.Select(TestWorkbook.Text).ToArray();
        var file = new TestWorkbook()
            .Sheet(
                "Read me",
                [
                    ["Grants of our fund"],
                    ["See the next sheet"],
                ]
            )
            .Cells(
                "Grants",
                [
                    [],
                    headings,
                    row,
                ]
            )
            .Bytes();

        var report = (await fund.ImportAsync(file, "grants.xlsx")).ShouldBe(200);

        report.Text("format").Should().Be("360giving.xlsx");
        report
            .Items("notices")
            .Select(n => (n["sheet"]!.GetValue<string>(), n["code"]!.GetValue<string>()))
            .Should()
            .Equal([("Read me", "sheet_skipped")]);
        await ShouldBeGrantOneAsync(fund);
    }

    [Theory]
    [InlineData("Descripton", "Description")]
    [InlineData("Recipient Org:Identifer", "Recipient Org:Identifier")]
    public async Task A_misspelt_heading_that_no_row_needs_is_named_all_the_same(string written, string meant)
    {
        var fund = await Fund.OpenAsync(api);
        var table = new GrantTable { Headings = [.. GrantTable.Standard.Select(h => h == meant ? written : h)] };
        table.Rows.Add(GrantTable.Row(1));
        (await fund.ImportAsync(table.Csv()))
            .ShouldBlame($"row 1, {written}", "missing_heading")
            .Text("detail")
            .Should()
            .Contain($"'{meant}'")
            .And.Contain($"'{written}'");
        // A county is no country, and what is like nothing is passed over.
        var other = new GrantTable { Headings = [.. GrantTable.Standard, "Recipient Org:County", "Notes"] };
        other.Rows.Add([.. GrantTable.Row(1), "Kent", "None"]);
        (await fund.ImportAsync(other.Csv())).ShouldBe(200).Items("notices").Should().BeEmpty();
    }

    [Fact]
    public async Task Two_columns_of_one_meaning_are_refused_and_a_label_beside_its_short_name_is_told()
    {
        var fund = await Fund.OpenAsync(api);
        var table = new GrantTable { Headings = [.. GrantTable.Standard, "Awarded amount (GBP)"] };
        table.Rows.Add([.. GrantTable.Row(1), "900"]);
        (await fund.ImportAsync(table.Csv()))
            .ShouldBlame("row 1, Awarded amount (GBP)", "duplicate_heading")
            .Text("detail")
            .Should()
            .Contain("'Amount Awarded'");
        const string labels = "nomAttribuant;dateConvention;nomBeneficiaire;objet";
        const string cells = "Département Témoin;2019-04-26;Association A;Un jardin";
        (
            await fund.ImportAsync(
                Encoding.UTF8.GetBytes($"{labels};Montant voté;Montant attribué\r\n{cells};100;90"),
                "subventions.csv"
            )
        ).ShouldBlame("row 1, Montant attribué", "duplicate_heading");
        var beside = (
            await fund.ImportAsync(
                Encoding.UTF8.GetBytes($"{labels};montant;Montant voté\r\n{cells};100;90"),
                "subventions.csv"
            )
        ).ShouldBe(200);
        beside.Noticed().Should().Equal("heading_not_read");
        beside.Figure("committed.amount").Should().Be(100m);
    }

    [Fact]
    public async Task The_first_of_a_list_may_stand_right_of_a_second()
    {
        var fund = await Fund.OpenAsync(api);
        var table = new GrantTable
        {
            Headings =
            [
                .. GrantTable.Standard.Select(h => h == "Recipient Org:Name" ? "Recipient Org:1:Name" : h),
                "Recipient Org:0:Name",
            ],
        };
        table.Rows.Add([.. GrantTable.Row(1).Select(cell => cell == "Charity 1" ? "" : cell), "Charity 1"]);
        (await fund.ImportAsync(table.Csv())).ShouldBe(200);
        await ShouldBeGrantOneAsync(fund);
    }

    [Fact]
    public async Task A_second_recipient_and_the_leavings_of_formulas_are_refused_by_the_row()
    {
        var fund = await Fund.OpenAsync(api);
        const string grant =
            """{"id":"G-ID","title":"TITLE","currency":"EUR","amountAwarded":100,"awardDate":"2015-03-01","plannedDates":[{"startDate":"2015-04-01"},{"startDate":"2015-05-01"}],"recipientOrganization":[{"name":"Charity 1"}MORE],"fundingOrganization":[{"name":"The Fund"}]}""";
        var json = string.Join(
            ',',
            Grant("1", "One", ""),
            Grant("2", "Two", """,{"name":"Charity 2"}"""),
            Grant("3", "#REF!", ""),
            Grant("4", "Four", """,{"name":"Charity 1"}""")
        );
        var report = (
            await fund.ImportAsync(
                Encoding.UTF8.GetBytes($$"""{"grants":[{{json}}]}"""),
                "grants.json",
                more: "&onError=skip"
            )
        ).ShouldBe(200);
        RefusalTests
            .Places(report)
            .Should()
            .Equal([(2, "recipientOrganization/1/name", "several_values"), (3, "title", "error_value")]);
        report.Noticed().Should().Equal("several_values");
        report.Number("created").Should().Be(2);

        // In a workbook a failed formula has a kind of its own; a row of nothing else is none.
        var error = new DocumentFormat.OpenXml.Spreadsheet.Cell
        {
            DataType = DocumentFormat.OpenXml.Spreadsheet.CellValues.Error,
            CellValue = new("#N/A"),
        };
        var row = GrantTable.Row(5).Select(TestWorkbook.Text).ToArray();
        row[2] = error;
        var file = new TestWorkbook()
            .Cells(
                "Grants",
                [
                    GrantTable.Standard.Select(TestWorkbook.Text).ToArray(),
                    row,
                    [(DocumentFormat.OpenXml.Spreadsheet.Cell)error.CloneNode(true)],
                ]
            )
            .Bytes();
        (await fund.ImportAsync(file, "grants.xlsx")).ShouldBlame("Grants, row 2, Description", "error_value");

        static string Grant(string id, string title, string more) =>
            grant
                .Replace("G-ID", $"G-{id}", StringComparison.Ordinal)
                .Replace("TITLE", title, StringComparison.Ordinal)
                .Replace("MORE", more, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_counted_from_1904_are_the_days_that_were_meant()
    {
        var fund = await Fund.OpenAsync(api);
        var row = GrantTable.Row(1).Select(TestWorkbook.Text).ToArray();
        row[5] = TestWorkbook.Day(new DateTime(2015, 3, 1).ToOADate() - 1462);
        var file = new TestWorkbook { From1904 = true }
            .Cells("Grants", [GrantTable.Standard.Select(TestWorkbook.Text).ToArray(), row])
            .Bytes();
        (await fund.ImportAsync(file, "grants.xlsx")).ShouldBe(200);
        await ShouldBeGrantOneAsync(fund);
    }

    [Fact]
    public async Task Every_sheet_with_the_headings_is_read_and_a_grant_on_two_of_them_is_refused()
    {
        var fund = await Fund.OpenAsync(api);
        var (one, two) = (GrantTable.Of(GrantTable.Row(1)), GrantTable.Of(GrantTable.Row(2)));
        var file = new TestWorkbook()
            .Sheet("2014", one.Rows.Prepend(one.Headings))
            .Sheet("2015", two.Rows.Prepend(two.Headings))
            .Bytes();
        (await fund.ImportAsync(file, "grants.xlsx")).ShouldBe(200).Number("created").Should().Be(2);

        var twice = new TestWorkbook()
            .Sheet("2014", one.Rows.Prepend(one.Headings))
            .Sheet("2015", one.Rows.Prepend(one.Headings))
            .Bytes();
        (await fund.ImportAsync(twice, "grants.xlsx")).ShouldBlame("2015, row 2, Identifier", "duplicate_identifier");
    }

    [Fact]
    public async Task Other_encodings_are_read_with_their_own_letters()
    {
        var fund = await Fund.OpenAsync(api);
        var table = GrantTable.Of(GrantTable.Row(1, title: "Écoles à la « une »"));
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        (await fund.ImportAsync(table.Csv(encoding: Encoding.GetEncoding(1252))))
            .ShouldBe(200)
            .Number("created")
            .Should()
            .Be(1);
        foreach (
            var encoding in new Encoding[]
            {
                new UTF8Encoding(true),
                new UTF8Encoding(false),
                Encoding.Unicode,
                Encoding.BigEndianUnicode,
            }
        )
            (await fund.ImportAsync(table.Csv(encoding: encoding)))
                .ShouldBe(200)
                .Number("unchanged")
                .Should()
                .Be(1, encoding.WebName);
        (await fund.ProjectsAsync()).Single()["name"]!.GetValue<string>().Should().Be("Écoles à la « une »");
    }

    [Fact]
    public async Task Json_numbers_may_be_written_as_json_allows()
    {
        var fund = await Fund.OpenAsync(api);
        var json =
            """{"grants":[{"id":"G-1","title":"Grant 1","description":"For a start","currency":"EUR","amountAwarded":1.0005E3,"awardDate":"2015-03-01T23:30:00-05:00","recipientOrganization":[{"id":"GB-CHC-1","name":"Charity 1"}],"fundingOrganization":[{"id":"360G-fund","name":"The Fund"}]}]}""";
        (await fund.ImportAsync(Encoding.UTF8.GetBytes(json), "grants.json"))
            .ShouldBe(200)
            .Items("errors")
            .Should()
            .BeEmpty();
        await ShouldBeGrantOneAsync(fund);
    }

    [Fact]
    public async Task A_changed_file_changes_exactly_what_differs()
    {
        var fund = await Fund.OpenAsync(api);
        (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1), GrantTable.Row(2), GrantTable.Row(3)).Csv())).ShouldBe(
            200
        );
        var report = (
            await fund.ImportAsync(
                GrantTable
                    .Of(GrantTable.Row(1, title: "Renamed"), GrantTable.Row(2, amount: "2000"), GrantTable.Row(3))
                    .Csv()
            )
        ).ShouldBe(200);
        (report.Number("created"), report.Number("updated"), report.Number("unchanged")).Should().Be((0, 2, 1));
        (await fund.ProjectsAsync())
            .Select(p => p["name"]!.GetValue<string>())
            .Should()
            .BeEquivalentTo("Renamed", "Grant 2", "Grant 3");
        (await fund.DashboardAsync())
            .Figure("totals.committed.amount")
            .Should()
            .Be(1000.50m + 2000m + 1000.50m, "the agreement replaced is cancelled, not edited");
    }

    [Fact]
    public async Task An_earlier_award_moves_the_beginning_and_a_later_one_does_not()
    {
        var fund = await Fund.OpenAsync(api);
        foreach (
            var (date, begins) in new[]
            {
                ("2015-03-01", "2015-03-01"),
                ("2015-02-01", "2015-02-01"),
                ("2015-05-01", "2015-02-01"),
            }
        )
        {
            (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1, date: date)).Csv())).ShouldBe(200);
            (await fund.ProjectsAsync()).Single()["startedOn"]!.GetValue<string>().Should().Be(begins);
        }
    }

    [Fact]
    public async Task An_earlier_award_to_a_project_that_was_held_in_conception_is_refused_at_its_row()
    {
        var fund = await Fund.OpenAsync(api);
        (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1)).Csv())).ShouldBe(200);
        var project = new TestProject(fund, (await fund.ProjectsAsync()).Single()["id"]!.GetValue<Guid>(), "G-1");
        (await project.ReportAsync("hold", "2016-01-01", "Winter")).ShouldBe(201);
        var refused = (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1, date: "2015-02-01")).Csv())).ShouldBe(
            409
        );
        (refused.Text("errors.0.code"), refused.Text("errors.0.column"))
            .Should()
            .Be(("start_contradicted", "Award Date"));
        (await project.GetAsync()).Text("startedOn").Should().Be("2015-03-01");
    }

    [Fact]
    public async Task A_file_without_descriptions_leaves_those_that_are_known()
    {
        var fund = await Fund.OpenAsync(api);
        (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1)).Csv())).ShouldBe(200);
        var bare = new GrantTable { Headings = [.. GrantTable.Standard.Where(h => h != "Description")] };
        bare.Rows.Add([.. GrantTable.Row(1).Where((_, i) => i != 2)]);
        (await fund.ImportAsync(bare.Csv())).ShouldBe(200).Number("unchanged").Should().Be(1);
    }

    private async Task ShouldBeGrantOneAsync(Fund fund)
    {
        var project = (await fund.ProjectsAsync()).Should().ContainSingle().Subject;
        (project["code"]!.GetValue<string>(), project["name"]!.GetValue<string>()).Should().Be(("G-1", "Grant 1"));
        var commitment = (await api.Administrator.GetAsync($"projects/{project["id"]}/commitments"))
            .Items()
            .Should()
            .ContainSingle()
            .Subject;
        (
            commitment["amount"]!["amount"]!.GetValue<decimal>(),
            commitment["agreedOn"]!.GetValue<string>(),
            commitment["funder"]!["name"]!.GetValue<string>()
        )
            .Should()
            .Be((1000.50m, "2015-03-01", "The Fund"));
    }
}
