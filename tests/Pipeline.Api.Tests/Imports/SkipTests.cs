using System.Text;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Imports;

namespace Pipeline.Api.Tests.Imports;

/// <summary>The good rows go in, the others come back to be mended; and what was brought in can be looked up.</summary>
[UseCases(typeof(GetRejectedRows), typeof(GetImport), typeof(ListImports))]
public sealed class SkipTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private const string Skip = "&onError=skip";

    [Fact]
    public async Task Good_rows_go_in_and_the_others_come_back_as_they_were()
    {
        var fund = await Fund.OpenAsync(api);
        var table = GrantTable.Of(
            GrantTable.Row(1),
            GrantTable.Row(2, amount: "much", title: "=Two, \"quoted\""),
            GrantTable.Row(303, currency: "USD"),
            GrantTable.Row(4)
        );

        var dry = (await fund.ImportAsync(table.Csv(), dryRun: true, more: Skip)).ShouldBe(200);
        (dry.Number("created"), dry.Number("rejected"), dry.Flag("applied")).Should().Be((2, 2, false));
        dry["importId"].Should().BeNull("nothing is in");
        await fund.ShouldBeEmptyAsync();

        var report = (await fund.ImportAsync(table.Csv(), more: Skip)).ShouldBe(200);
        (report.Number("rowsRead"), report.Number("created"), report.Number("rejected"), report.Flag("applied"))
            .Should()
            .Be((4, 2, 2, true));
        report.Figure("committed.amount").Should().Be(2001m);
        RefusalTests
            .Places(report)
            .Should()
            .Equal([(3, "Amount Awarded", "invalid_amount"), (4, "Currency", "currency_differs")]);
        (await fund.ProjectsAsync()).Select(p => p["code"]!.GetValue<string>()).Should().BeEquivalentTo("G-1", "G-4");
        (await OrganisationsAsync("Charity 303")).Should().BeEmpty("only a row that was left out named it");

        var rejected = (await api.Administrator.GetAsync($"imports/{report.Id("importId")}/rejected.csv")).ShouldBe(
            200
        );
        rejected.MediaType.Should().Be("text/csv");
        var text = Encoding.UTF8.GetString(rejected.Bytes).TrimStart('\uFEFF');
        text.Should()
            .StartWith($"{string.Join(',', GrantTable.Standard)},errorRow,errorColumn,errorCode,errorMessage\r\n");
        text.Should()
            .Contain("G-2,\"'=Two, \"\"quoted\"\"\",For a start,EUR,much,")
            .And.Contain(",3,Amount Awarded,invalid_amount,");

        // Mended, and brought in as they came back.
        var mended = text.Replace("much", "5", StringComparison.Ordinal)
            .Replace("USD", "EUR", StringComparison.Ordinal);
        (await fund.ImportAsync(Encoding.UTF8.GetBytes(mended))).ShouldBe(200).Number("created").Should().Be(2);
        (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(2, amount: "5", title: "=Two, \"quoted\"")).Csv()))
            .ShouldBe(200)
            .Number("unchanged")
            .Should()
            .Be(1);
        (await api.Administrator.GetAsync("audit/verify")).ShouldBe(200).Flag("valid").Should().BeTrue();
    }

    [Fact]
    public async Task Good_rows_go_in_in_one_transaction()
    {
        var fund = await Fund.OpenAsync(api);
        const int good = 3_000;
        var table = GrantTable.Of([.. Enumerable.Range(1, good).Select(i => GrantTable.Row(i))]);
        table.Rows.Add(GrantTable.Row(good + 1, amount: "much"));
        var importing = fund.ImportAsync(table.Csv(), more: Skip);
        var seen = new HashSet<int>();
        while (!importing.IsCompleted)
            seen.Add((await fund.DashboardAsync()).Number("projects.total"));
        (await importing).ShouldBe(200).Number("created").Should().Be(good);
        seen.Should().NotBeEmpty().And.BeSubsetOf([0, good], "nobody sees some of them");
    }

    [Fact]
    public async Task Messages_come_back_in_the_language_they_are_asked_in()
    {
        var fund = await Fund.OpenAsync(api);
        var id = (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1, amount: "much")).Csv(), more: Skip))
            .ShouldBe(200)
            .Id("importId");
        var french = await api.Administrator.GetAsync($"imports/{id}/rejected.csv", language: "fr");
        Encoding.UTF8.GetString(french.Bytes).Should().Contain("« much » n'est pas un montant");
        (await api.Administrator.GetAsync($"imports/{id}", language: "fr"))
            .ShouldBe(200)
            .Text("errors.0.message")
            .Should()
            .StartWith("« much »");
    }

    [Fact]
    public async Task A_row_that_differs_and_cannot_be_taken_leaves_the_others_their_changes()
    {
        var fund = await Fund.OpenAsync(api);
        (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1), GrantTable.Row(2), GrantTable.Row(3)).Csv())).ShouldBe(
            200
        );
        var project = (await fund.ProjectsAsync()).Single(p => p["code"]!.GetValue<string>() == "G-2");
        var commitment = (await fund.CommitmentsAsync("G-2")).Single();
        (
            await api.Administrator.PostAsync(
                $"projects/{project["id"]}/commitments/{commitment["id"]}/deliveries",
                new { amount = new { amount = 10, currency = "EUR" }, deliveredOn = "2016-01-01" }
            )
        ).ShouldBe(201);

        var report = (
            await fund.ImportAsync(
                GrantTable
                    .Of(GrantTable.Row(1, amount: "7"), GrantTable.Row(2, amount: "8"), GrantTable.Row(3, amount: "9"))
                    .Csv(),
                more: Skip
            )
        ).ShouldBe(200);

        (report.Number("updated"), report.Number("rejected")).Should().Be((2, 1));
        RefusalTests.Places(report).Should().Equal([(3, "Amount Awarded", "commitment_has_deliveries")]);
        (await fund.DashboardAsync()).Figure("totals.committed.amount").Should().Be(7m + 1000.50m + 9m);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_at_all_is_refused_all_the_same()
    {
        var fund = await Fund.OpenAsync(api);
        var table = new GrantTable { Headings = [.. GrantTable.Standard.Select(h => h == "Title" ? "Titel" : h)] };
        table.Rows.Add(GrantTable.Row(1));
        var refused = (await fund.ImportAsync(table.Csv(), more: Skip)).ShouldBeProblem(422, "missing_heading");
        refused.Text("detail").Should().Contain("'Titel'", "the nearest heading is named");
        (await fund.ImportAsync(table.Csv(), more: "&onError=stop")).ShouldBeProblem(422, "unknown_code");
    }

    [Fact]
    public async Task What_was_brought_in_is_listed_with_what_was_said_of_it()
    {
        var fund = await Fund.OpenAsync(api);
        var manager = await fund.MemberAsync("manager");
        var first = (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1)).Csv(), "one.csv", by: manager)).ShouldBe(
            200
        );
        (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(2)).Csv(), "two.csv", dryRun: true)).ShouldBe(200);
        (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(2, amount: "x")).Csv(), "three.csv")).ShouldBe(422);
        (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(4, amount: "0")).Csv(), "four.csv")).ShouldBe(200);

        var list = (await manager.GetAsync($"portfolios/{fund.Id}/imports")).ShouldBe(200);
        list.Items().Select(i => i["fileName"]!.GetValue<string>()).Should().Equal("four.csv", "one.csv");
        var one = (await manager.GetAsync($"imports/{first.Id("importId")}")).ShouldBe(200);
        (one.Text("format"), one.Text("onError"), one.Number("created"), one.Figure("committed.amount"))
            .Should()
            .Be(("360giving.csv", "refuse", 1, 1000.50m));
        one["reversal"].Should().BeNull();
        one.Text("recordedBy.name").Should().NotBeEmpty();
        (await manager.GetAsync($"imports/{list.Items()[0]["id"]}")).Noticed().Should().Equal("zero_amount");
        Encoding
            .UTF8.GetString(
                (await manager.GetAsync($"imports/{first.Id("importId")}/rejected.csv")).ShouldBe(200).Bytes
            )
            .TrimStart('\uFEFF')
            .Should()
            .Be("errorRow,errorColumn,errorCode,errorMessage\r\n");
    }

    private async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> OrganisationsAsync(string name) =>
        [
            .. (await api.Administrator.GetAsync($"organisations?q={Uri.EscapeDataString(name)}"))
                .Items()
                .Where(o => o["name"]!.GetValue<string>() == name),
        ];
}
