using System.Text;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Imports;

/// <summary>What is wrong is named by row and column, and then nothing at all is written.</summary>
public sealed class RefusalTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task A_missing_heading_is_the_one_error_and_not_one_for_each_row()
    {
        var fund = await Fund.OpenAsync(api);
        var table = new GrantTable
        {
            Headings = [.. GrantTable.Standard.Select(h => h == "Amount Awarded" ? "Sum" : h)],
        };
        table.Rows.AddRange([GrantTable.Row(1), GrantTable.Row(2)]);

        var refused = (await fund.ImportAsync(table.Csv())).ShouldBeProblem(422, "missing_heading");

        Places(refused).Should().Equal([(1, "Amount Awarded", "missing_heading")]);
        (refused.Number("rowsRead"), refused.Number("rejected"), refused.Number("created")).Should().Be((2, 2, 0));
        await fund.ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task A_table_of_something_else_is_said_to_be_that()
    {
        var fund = await Fund.OpenAsync(api);
        (await fund.ImportAsync("Name,Phone\r\nAnna,+33 1"u8.ToArray()))
            .ShouldBeProblem(422, "unknown_format")
            .Items("errors")
            .Should()
            .ContainSingle();
        await fund.ShouldBeEmptyAsync();
    }

    [Theory]
    [InlineData(4, "ten thousand", "invalid_amount")]
    [InlineData(4, "1.00,50", "invalid_amount")]
    [InlineData(4, "-5", "amount_not_positive")]
    [InlineData(4, "0.005", "too_many_decimals")]
    [InlineData(4, "", "required")]
    [InlineData(5, "31/02/2015", "invalid_date")]
    [InlineData(5, "soon", "invalid_date")]
    [InlineData(5, "01/01/1899", "invalid_date")]
    [InlineData(5, "2999-01-01", "date_in_future")]
    [InlineData(5, "", "required")]
    [InlineData(3, "Euro", "invalid_currency")]
    [InlineData(3, "GBP", "currency_differs")]
    [InlineData(0, "", "required")]
    [InlineData(1, "", "required")]
    [InlineData(7, "", "required")]
    [InlineData(9, "", "required")]
    public async Task A_wrong_cell_is_named_by_its_true_row_and_column_and_nothing_is_written(
        int column,
        string cell,
        string code
    )
    {
        var wrong = GrantTable.Row(3);
        wrong[column] = cell;
        // A blank row and a cell of three lines in front: the row is still the one that a spreadsheet shows.
        var table = GrantTable.Of(
            GrantTable.Row(1),
            [],
            GrantTable.Row(2, title: "One\r\ntwo\r\n\"three\""),
            wrong,
            GrantTable.Row(4)
        );
        foreach (var (file, name) in new[] { (table.Csv(), "grants.csv"), (table.Xlsx(), "grants.xlsx") })
        {
            var fund = await Fund.OpenAsync(api);
            var refused = (await fund.ImportAsync(file, name)).ShouldBeProblem(422, code);
            Places(refused).Should().Equal([(5, GrantTable.Standard[column], code)]);
            (refused.Number("rowsRead"), refused.Number("rejected"), refused.Flag("applied"))
                .Should()
                .Be((4, 1, false));
            await fund.ShouldBeEmptyAsync();

            var dry = (await fund.ImportAsync(file, name, dryRun: true)).ShouldBe(200);
            Places(dry).Should().Equal([(5, GrantTable.Standard[column], code)]);
        }
    }

    [Fact]
    public async Task Rows_are_true_where_the_headings_do_not_stand_first()
    {
        var fund = await Fund.OpenAsync(api);
        var csv = Encoding.UTF8.GetBytes(
            "\r\n\r\n" + Encoding.UTF8.GetString(GrantTable.Of(GrantTable.Row(1, amount: "x")).Csv())
        );
        Places(await fund.ImportAsync(csv)).Should().Equal([(4, "Amount Awarded", "invalid_amount")]);
        var headless = Encoding.UTF8.GetBytes("\r\nIdentifier,Title\r\nG-1,One");
        (await fund.ImportAsync(headless)).Items("errors").Should().OnlyContain(e => e["row"]!.GetValue<int>() == 2);
    }

    [Fact]
    public async Task In_json_the_position_and_the_path_are_named()
    {
        var fund = await Fund.OpenAsync(api);
        var json =
            """{"grants":[{"id":"1","title":"t","currency":"EUR","amountAwarded":1,"awardDate":"2015-01-01","recipientOrganization":[{"name":"r"}],"fundingOrganization":[{"name":"f"}]},{"id":"2","title":"t","currency":"EUR","amountAwarded":"much","awardDate":"2015-01-01","recipientOrganization":[{"name":"r"}],"fundingOrganization":[{"name":"f"}]}]}""";
        Places((await fund.ImportAsync(Encoding.UTF8.GetBytes(json), "grants.json")).ShouldBe(422))
            .Should()
            .Equal([(2, "amountAwarded", "invalid_amount")]);
        await fund.ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task A_grant_that_stands_twice_is_refused_with_both_rows()
    {
        var fund = await Fund.OpenAsync(api);
        var refused = (
            await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1), GrantTable.Row(2), GrantTable.Row(1)).Csv())
        ).ShouldBeProblem(422, "duplicate_identifier");
        Places(refused).Should().Equal([(4, "Identifier", "duplicate_identifier")]);
        refused.Text("detail").Should().Contain("row 2");
        await fund.ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task Several_mistakes_of_one_row_are_all_named_and_the_good_rows_before_them_are_rolled_back()
    {
        var fund = await Fund.OpenAsync(api);
        // More than one batch of good rows in front, so that something would be written already.
        var table = GrantTable.Of([.. Enumerable.Range(1, 450).Select(i => GrantTable.Row(i))]);
        table.Rows.Add(GrantTable.Row(451, amount: "x", date: "y"));
        var refused = (await fund.ImportAsync(table.Csv())).ShouldBeProblem(422, "invalid_file");
        Places(refused)
            .Should()
            .BeEquivalentTo([(452, "Amount Awarded", "invalid_amount"), (452, "Award Date", "invalid_date")]);
        await fund.ShouldBeEmptyAsync();

        // Another currency is only seen against the portfolio, when batches have been written.
        table.Rows[^1] = GrantTable.Row(451, currency: "USD");
        Places((await fund.ImportAsync(table.Csv())).ShouldBeProblem(422, "currency_differs"))
            .Should()
            .Equal([(452, "Currency", "currency_differs")]);
        await fund.ShouldBeEmptyAsync();
    }

    [Theory]
    [InlineData("USD", "1000", "currency_differs", "Currency")]
    [InlineData("EUR", "much", "invalid_amount", "Amount Awarded")]
    public async Task Equal_mistakes_of_many_rows_are_listed_and_the_rest_counted(
        string currency,
        string amount,
        string code,
        string column
    )
    {
        var fund = await Fund.OpenAsync(api);
        var refused = (
            await fund.ImportAsync(
                GrantTable
                    .Of([.. Enumerable.Range(1, 60).Select(i => GrantTable.Row(i, amount, currency: currency))])
                    .Csv()
            )
        ).ShouldBeProblem(422, code);
        Places(refused).Should().Equal(Enumerable.Range(2, 21).Select(row => (row, column, code)));
        refused.Items("errors")[^1]["message"]!.GetValue<string>().Should().Be("The same in 40 more rows: 22-61.");
        refused.Number("rejected").Should().Be(60);
        refused["committed"].Should().BeNull("a refusal adds nothing up");
        (
            await fund.ImportAsync(
                GrantTable.Of(GrantTable.Row(1, amount, currency: currency), GrantTable.Row(2)).Csv(),
                dryRun: true
            )
        )
            .Figure("committed.amount")
            .Should()
            .Be(1000.50m);
    }

    [Fact]
    public async Task A_comma_without_its_quotes_is_seen_and_not_read_past()
    {
        var fund = await Fund.OpenAsync(api);
        var csv = Encoding.UTF8.GetString(GrantTable.Of(GrantTable.Row(1), GrantTable.Row(2)).Csv()) + ", Ltd";
        var refused = (await fund.ImportAsync(Encoding.UTF8.GetBytes(csv))).ShouldBeProblem(422, "too_many_cells");
        refused.Items("errors").Should().ContainSingle().Which["row"]!.GetValue<int>().Should().Be(3);
        await fund.ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task A_quotation_mark_that_is_never_closed_does_not_swallow_the_rows_behind_it()
    {
        var fund = await Fund.OpenAsync(api);
        var csv = Encoding
            .UTF8.GetString(
                GrantTable.Of(GrantTable.Row(1), GrantTable.Row(2, title: "QUOTE"), GrantTable.Row(3)).Csv()
            )
            .Replace("QUOTE", "\"Open", StringComparison.Ordinal);
        var refused = (await fund.ImportAsync(Encoding.UTF8.GetBytes(csv))).ShouldBeProblem(422, "unclosed_quote");
        refused.Items("errors").Should().ContainSingle().Which["row"]!.GetValue<int>().Should().Be(3);
        await fund.ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task A_heading_that_stands_twice_is_refused()
    {
        var fund = await Fund.OpenAsync(api);
        var table = new GrantTable { Headings = [.. GrantTable.Standard, "amount awarded"] };
        table.Rows.Add([.. GrantTable.Row(1), "7"]);
        (await fund.ImportAsync(table.Csv())).ShouldBeProblem(422, "duplicate_heading");
    }

    [Fact]
    public async Task Values_over_their_limits_are_the_rows_fault_too()
    {
        var fund = await Fund.OpenAsync(api);
        var table = new GrantTable
        {
            Headings =
            [
                .. GrantTable.Standard,
                "Recipient Org:Country",
                "Planned Dates:Start Date",
                "Planned Dates:Duration (months)",
            ],
        };
        table.Rows.Add([.. GrantTable.Row(1), new string('x', 201), "2016-01-01", "12"]);
        Places((await fund.ImportAsync(table.Csv())).ShouldBe(422))
            .Should()
            .Equal([(2, "Recipient Org:Country", "too_long")]);
        table.Rows[0] = [.. GrantTable.Row(1), "UK", "31/12/9999", "600 months"];
        (await fund.ImportAsync(table.Csv()))
            .ShouldBe(200)
            .Items("notices")
            .Should()
            .ContainSingle(n => n["code"]!.GetValue<string>() == "invalid_date");
    }

    [Fact]
    public async Task Sentences_are_french_on_request_and_codes_stay()
    {
        var fund = await Fund.OpenAsync(api);
        var file = GrantTable.Of(GrantTable.Row(1, amount: "beaucoup")).Csv();
        var refused = (await fund.ImportAsync(file, language: "fr")).ShouldBeProblem(422, "invalid_amount");
        refused
            .Text("detail")
            .Should()
            .Be("« beaucoup » n'est pas un montant : un nombre est attendu, par exemple 1250,50 ou 1 250,50.");
        refused.Text("errors.0.message").Should().Be(refused.Text("detail"));
        (await fund.ImportAsync([], language: "fr"))
            .ShouldBeProblem(422, "empty_file")
            .Text("detail")
            .Should()
            .Be("Le fichier est vide.");
    }

    [Fact]
    public async Task Only_managers_import_and_for_strangers_there_is_no_portfolio()
    {
        var fund = await Fund.OpenAsync(api);
        var file = GrantTable.Of(GrantTable.Row(1)).Csv();
        foreach (var role in new[] { "investor", "finance" })
            (await fund.ImportAsync(file, by: await fund.MemberAsync(role))).ShouldBeProblem(403, "managers_only");
        (await fund.ImportAsync(file, by: await api.NewUserAsync("A stranger"))).ShouldBeProblem(404, "not_found");
        await fund.ShouldBeEmptyAsync();
        (await fund.ImportAsync(file, by: await fund.MemberAsync("manager")))
            .ShouldBe(200)
            .Number("created")
            .Should()
            .Be(1);
    }

    internal static IEnumerable<(int, string, string)> Places(Reply reply) =>
        reply
            .Items("errors")
            .Select(e => (e["row"]!.GetValue<int>(), e["column"]!.GetValue<string>(), e["code"]!.GetValue<string>()));
}
