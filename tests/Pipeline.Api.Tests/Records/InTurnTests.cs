using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Imports;
using Pipeline.Api.Tests.Indicators;
using Pipeline.Application.Agreements;
using Pipeline.Application.Imports;
using Pipeline.Application.Indicators;

namespace Pipeline.Api.Tests.Records;

/// <summary>What is judged over records that no version guards is judged one after the other, on every database (docs/adr/0055).</summary>
[UseCases(
    typeof(SetIndicators),
    typeof(RecordIndicatorReading),
    typeof(SetAgreement),
    typeof(ImportFile),
    typeof(ReverseImport)
)]
public sealed class InTurnTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private const int Times = 6;

    private Client Administrator => api.Administrator;

    [Fact]
    public async Task A_unit_that_changes_while_readings_come_in_is_that_of_each_reading()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        for (var i = 0; i < Times; i++)
        {
            var code = $"I{i}";
            (await fund.SetIndicatorsAsync(IndicatorApi.Indicator(code))).ShouldBe(200);
            var changing = fund.SetIndicatorsAsync(IndicatorApi.Indicator(code, new { unit = "tonnes" }));
            var reading = Enumerable.Range(0, 3).Select(_ => project.ReadAsync(code, "2015-06-01", 1));
            var read = await Task.WhenAll(reading);
            var changed = await changing;
            read.Should().OnlyContain(r => r.Status == 201);
            var unit = (await Administrator.GetAsync($"portfolios/{fund.Id}/indicators")).Text("indicators.0.unit");
            unit.Should().Be(changed.Status == 200 ? "tonnes" : "people");
            read.Select(r => r.Text("unit")).Should().OnlyContain(u => u == unit);
        }
    }

    [Fact]
    public async Task Two_who_agree_for_the_first_time_at_once_write_one_agreement()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var path = $"{project.Path}/agreements/{fund.Id}";
        var terms = new
        {
            signedOn = "2015-01-01",
            startsOn = "2015-01-01",
            endsOn = "2018-01-01",
            objectives = Array.Empty<object>(),
        };
        var written = await Task.WhenAll(
            Enumerable.Range(0, Times).Select(_ => Administrator.PutAsync(path, terms, "*"))
        );
        written.Should().OnlyContain(r => r.Status == 200);
        written.Select(r => r.Id("id")).Distinct().Should().ContainSingle();
        written.Select(r => r.Number("version")).Order().Should().Equal(Enumerable.Range(1, Times));
    }

    [Fact]
    public async Task Files_that_say_the_same_grant_at_once_agree_it_once()
    {
        var fund = await Fund.OpenAsync(api);
        for (var i = 1; i <= Times; i++)
        {
            // Each file changes a row of its own first, so that the writers meet at the row that all of them have.
            var (all, own) = (GrantTable.Row(100 * i, "0"), Enumerable.Range(1, 3).Select(n => (100 * i) + n).ToList());
            (await fund.ImportAsync(GrantTable.Of([all, .. own.Select(n => GrantTable.Row(n))]).Csv())).ShouldBe(200);
            var agreed = GrantTable.Row(100 * i, "100");

            var imported = await Task.WhenAll(
                own.Select(n => fund.ImportAsync(GrantTable.Of(GrantTable.Row(n, "5"), agreed).Csv(), $"{n}.csv"))
            );

            imported.Should().OnlyContain(r => r.Status == 200);
            imported
                .Select(r => (r.Number("updated"), r.Number("unchanged")))
                .Order()
                .Should()
                .Equal((1, 1), (1, 1), (2, 0));
            (await fund.CommitmentsAsync($"G-{100 * i}")).Should().ContainSingle();
        }
    }

    [Theory]
    [InlineData("a delivery", "something was delivered")]
    [InlineData("a commitment", "something else was committed")]
    [InlineData("a move", "a move was reported")]
    public async Task What_is_written_while_an_import_is_taken_back_keeps_it_or_is_refused(string what, string told)
    {
        for (var i = 0; i < Times; i++)
        {
            var fund = await Fund.OpenAsync(api);
            var import = (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1)).Csv())).ShouldBe(200).Id("importId");
            var project = $"projects/{(await fund.ProjectsAsync()).Single()["id"]}";
            var commitment = (await fund.CommitmentsAsync("G-1")).Single()["id"];
            var amount = new { amount = 1, currency = "EUR" };
            var writing = Enumerable
                .Range(0, 3)
                .Select(_ =>
                    what switch
                    {
                        "a delivery" => Administrator.PostAsync(
                            $"{project}/commitments/{commitment}/deliveries",
                            new { amount, deliveredOn = "2016-01-01" }
                        ),
                        "a commitment" => Administrator.PostAsync(
                            $"{project}/commitments",
                            new
                            {
                                portfolioId = fund.Id,
                                funderOrganisationId = fund.OrganisationId,
                                lever = "funding",
                                phase = "conception",
                                nature = "cash",
                                amount,
                                agreedOn = "2016-01-01",
                            }
                        ),
                        _ => Administrator.PostAsync(
                            $"{project}/transitions",
                            new
                            {
                                trigger = "hold",
                                effectiveOn = "2016-01-01",
                                reason = "The site closed",
                            },
                            "*"
                        ),
                    }
                )
                .ToList();
            var reversed = await Administrator.PostAsync(
                $"imports/{import}/reversal",
                new { reason = "The wrong file" }
            );
            var written = await Task.WhenAll(writing);
            if (reversed.Status == 200)
                written.Should().NotContain(r => r.Status == 201);
            else
            {
                reversed.ShouldBeProblem(409, "import_built_upon");
                reversed.Text("errors.0.message").Should().Contain(told);
                written.Should().Contain(r => r.Status == 201);
            }
        }
    }
}
