using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Imports;

/// <summary>Amounts as people write them: told apart by what they can only mean, and by the other amounts of the file.</summary>
public sealed class AmountTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Theory]
    [InlineData("31 000,00", 31000)]
    [InlineData("31\u00A0000,00", 31000)]
    [InlineData("31\u202F000,00", 31000)]
    [InlineData("31.000,00", 31000)]
    [InlineData("31'000.50", 31000.5)]
    [InlineData("1,250.00", 1250)]
    [InlineData("1250,5", 1250.5)]
    [InlineData("1.250.000", 1250000)]
    [InlineData("1,250,000", 1250000)]
    [InlineData("31 000 €", 31000)]
    [InlineData("€ 1.250,75", 1250.75)]
    [InlineData("41133.770000000004", 41133.77)]
    public async Task An_amount_that_can_only_be_meant_one_way_is_read_so(string written, decimal amount)
    {
        var fund = await Fund.OpenAsync(api);
        (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1, amount: written)).Csv()))
            .ShouldBe(200)
            .Figure("committed.amount")
            .Should()
            .Be(amount);
    }

    [Theory]
    [InlineData("1.250")]
    [InlineData("1,250")]
    public async Task An_amount_that_stands_alone_and_can_be_meant_two_ways_is_refused_with_what_would_settle_it(
        string written
    )
    {
        var fund = await Fund.OpenAsync(api);
        var refused = (
            await fund.ImportAsync(
                GrantTable.Of(GrantTable.Row(1, amount: "500"), GrantTable.Row(2, amount: written)).Csv()
            )
        ).ShouldBlame("row 3, Amount Awarded", "ambiguous_amount");
        refused.Text("detail").Should().Contain("name the sign in a mapping");
        await fund.ShouldBeEmptyAsync();
    }

    [Theory]
    [InlineData("1.250", "7,50", 1257.5)]
    [InlineData("1.250", "7.50", 8.75)]
    [InlineData("1,250", "7.50", 1257.5)]
    [InlineData("1,250", "7,50", 8.75)]
    [InlineData("1.250", "7,50\u0007", 1257.5)]
    public async Task The_other_amounts_of_the_file_say_how_it_writes(string written, string other, decimal sum)
    {
        var fund = await Fund.OpenAsync(api);
        (
            await fund.ImportAsync(
                GrantTable.Of(GrantTable.Row(1, amount: written), GrantTable.Row(2, amount: other)).Csv()
            )
        )
            .ShouldBe(200)
            .Figure("committed.amount")
            .Should()
            .Be(sum);
    }

    [Fact]
    public async Task A_file_that_writes_amounts_or_days_in_two_ways_decides_none_that_can_be_read_in_both()
    {
        var fund = await Fund.OpenAsync(api);
        var amounts = GrantTable.Of(
            GrantTable.Row(1, amount: "7.50"),
            GrantTable.Row(2, amount: "8.50"),
            GrantTable.Row(3, amount: "9,50"),
            GrantTable.Row(4, amount: "1,250")
        );
        var refused = (await fund.ImportAsync(amounts.Csv())).ShouldBlame("row 5, Amount Awarded", "ambiguous_amount");
        refused.Text("detail").Should().Contain("row 2").And.Contain("row 4");

        var days = GrantTable.Of(
            GrantTable.Row(1, date: "25/12/2014"),
            GrantTable.Row(2, date: "03/04/2014"),
            GrantTable.Row(3, date: "04/04/2014")
        );
        (await fund.ImportAsync(days.Csv(), dryRun: true)).ShouldBe(200).Number("created").Should().Be(3);
        days.Rows.Add(GrantTable.Row(4, date: "12/25/2014"));
        var contradicted = (await fund.ImportAsync(days.Csv(), dryRun: true)).ShouldBe(200);
        RefusalTests
            .Places(contradicted)
            .Should()
            .Equal([(3, "Award Date", "ambiguous_date"), (5, "Award Date", "invalid_date")]);
        await fund.ShouldBeEmptyAsync();
        // What shows it need not come back with the row that is left out for it.
        var skipped = (await fund.ImportAsync(days.Csv(), more: "&onError=skip")).ShouldBe(200);
        var rejected = System.Text.Encoding.UTF8.GetString(
            (await api.Administrator.GetAsync($"imports/{skipped.Id("importId")}/rejected.csv")).Bytes
        );
        var alone = rejected[..rejected.IndexOf("G-4", StringComparison.Ordinal)];
        (await fund.ImportAsync(System.Text.Encoding.UTF8.GetBytes(alone))).ShouldBlame(
            "row 2, Award Date",
            "ambiguous_date"
        );
    }

    [Fact]
    public async Task Days_of_another_column_count_only_where_they_are_days_and_the_column_itself_shows_nothing()
    {
        var fund = await Fund.OpenAsync(api);
        var table = new GrantTable { Headings = [.. GrantTable.Standard, "Planned Dates:End Date"] };
        table.Rows.Add([.. GrantTable.Row(1, date: "04/05/2014"), "06/31/2014"]);
        (await fund.ImportAsync(table.Csv(), dryRun: true)).ShouldBe(200).Number("created").Should().Be(1);
        table.Rows.Add([.. GrantTable.Row(2, date: "05/05/2014"), "06/30/2014"]);
        (await fund.ImportAsync(table.Csv(), dryRun: true)).ShouldBe(200).Number("created").Should().Be(1);
        table.Rows.Add([.. GrantTable.Row(3, date: "25/05/2014"), "30/06/2014"]);
        (await fund.ImportAsync(table.Csv(), dryRun: true)).ShouldBe(200).Number("created").Should().Be(3);
    }

    [Fact]
    public async Task Numbers_that_are_left_out_come_back_as_they_were_but_for_amounts_which_can_be_read_in_one_way()
    {
        var fund = await Fund.OpenAsync(api);
        var row = GrantTable.Row(1).Select(TestWorkbook.Text).ToArray();
        (row[0], row[4]) = (TestWorkbook.Number(1.125m), TestWorkbook.Number(2.125m));
        var file = new TestWorkbook()
            .Cells("Grants", [GrantTable.Standard.Select(TestWorkbook.Text).ToArray(), row])
            .Bytes();
        var report = (await fund.ImportAsync(file, "grants.xlsx", more: "&onError=skip")).ShouldBe(200);
        System
            .Text.Encoding.UTF8.GetString(
                (await api.Administrator.GetAsync($"imports/{report.Id("importId")}/rejected.csv")).Bytes
            )
            .Should()
            .Contain("\r\n1.125,Grant 1,For a start,EUR,2.1250,");
    }

    [Fact]
    public async Task A_number_of_a_workbook_is_never_ambiguous()
    {
        var fund = await Fund.OpenAsync(api);
        var row = GrantTable.Row(1).Select(TestWorkbook.Text).ToArray();
        row[4] = TestWorkbook.Number(1.25m);
        var file = new TestWorkbook()
            .Cells("Grants", [GrantTable.Standard.Select(TestWorkbook.Text).ToArray(), row])
            .Bytes();
        (await fund.ImportAsync(file, "grants.xlsx")).ShouldBe(200).Figure("committed.amount").Should().Be(1.25m);
    }

    [Theory]
    [InlineData("£100", "EUR", "currency_differs")]
    [InlineData("100 $", "EUR", "currency_differs")]
    [InlineData("1,2.3,4", "EUR", "invalid_amount")]
    [InlineData("12,34,567", "EUR", "invalid_amount")]
    [InlineData("99999999999999999999999999999999", "EUR", "invalid_amount")]
    public async Task What_is_no_amount_or_of_other_money_is_refused(string written, string currency, string code)
    {
        var fund = await Fund.OpenAsync(api);
        (
            await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1, amount: written, currency: currency)).Csv())
        ).ShouldBlame("row 2, Amount Awarded", code);
    }
}
