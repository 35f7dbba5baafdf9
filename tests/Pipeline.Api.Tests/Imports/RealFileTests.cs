using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Imports;

namespace Pipeline.Api.Tests.Imports;

/// <summary>Two funders' files as they were published, with all that is odd in them.</summary>
[UseCases(typeof(ImportFile))]
public sealed class RealFileTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task Indigo_trust_comes_in_whole_once_and_is_unchanged_the_second_time()
    {
        var (fund, file) = (await Fund.OpenAsync(api, currency: "GBP"), RealFiles.Read(RealFiles.Indigo));

        var dry = (await fund.ImportAsync(file, RealFiles.Indigo, dryRun: true)).ShouldBe(200);
        ShouldCount(dry, created: 269, unchanged: 0, applied: false);
        await fund.ShouldBeEmptyAsync();
        (await OrganisationsAsync("Indigo Trust")).Should().Be(0, "a dry run leaves no trace in the directory either");

        var first = (await fund.ImportAsync(file, RealFiles.Indigo)).ShouldBe(200);
        ShouldCount(first, created: 269, unchanged: 0, applied: true);
        first.Number("organisationsCreated").Should().Be(dry.Number("organisationsCreated"));
        var before = await VersionsAsync(fund);
        before.Should().HaveCount(269);
        (await fund.DashboardAsync()).Figure("totals.committed.amount").Should().Be(8_053_545.40m);
        (await fund.DashboardAsync()).Number("projects.total").Should().Be(269);

        var second = (await fund.ImportAsync(file, RealFiles.Indigo)).ShouldBe(200);
        ShouldCount(second, created: 0, unchanged: 269, applied: true);
        second.Number("organisationsCreated").Should().Be(0);
        (await VersionsAsync(fund)).Should().Equal(before);
        (await fund.DashboardAsync()).Figure("totals.committed.amount").Should().Be(8_053_545.40m);

        void ShouldCount(Reply reply, int created, int unchanged, bool applied)
        {
            reply.Text("format").Should().Be("360giving.csv");
            (
                reply.Number("rowsRead"),
                reply.Number("created"),
                reply.Number("updated"),
                reply.Number("unchanged"),
                reply.Number("rejected")
            )
                .Should()
                .Be((269, created, 0, unchanged, 0));
            reply.Flag("applied").Should().Be(applied);
            reply.Figure("committed.amount").Should().Be(8_053_545.40m);
            reply.Text("committed.currency").Should().Be("GBP");
            reply.Items("errors").Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Nominet_trust_comes_in_whole_with_its_months_and_placeholders()
    {
        var (fund, file) = (await Fund.OpenAsync(api, currency: "GBP"), RealFiles.Read(RealFiles.Nominet));

        var report = (await fund.ImportAsync(file, RealFiles.Nominet)).ShouldBe(200);

        report.Text("format").Should().Be("360giving.json");
        (report.Number("rowsRead"), report.Number("created"), report.Number("rejected"))
            .Should()
            .Be((270, 270, 0), "no grant is lost");
        report.Figure("committed.amount").Should().Be(18_303_977.01m);
        (await fund.DashboardAsync()).Figure("totals.committed.amount").Should().Be(18_303_977.01m);
        report
            .Items("notices")
            .Should()
            .Contain(
                n => n["code"]!.GetValue<string>() == "placeholder_identifier",
                "'NominetTrust' names no register"
            );
        var aardman = (await fund.ProjectsAsync()).Single(p => p["code"]!.GetValue<string>() == "360G-nominettrust-10");
        aardman["startedOn"]!.GetValue<string>().Should().Be("2013-08-01", "of '08/2013' the first day counts");
        var commitment = (await api.Administrator.GetAsync($"projects/{aardman["id"]}/commitments"))
            .Items()
            .Should()
            .ContainSingle()
            .Subject;
        (commitment["startsOn"]!.GetValue<string>(), commitment["endsOn"]!.GetValue<string>())
            .Should()
            .Be(("2013-04-19", "2014-03-31"));

        (await fund.ImportAsync(file, RealFiles.Nominet)).ShouldBe(200).Number("unchanged").Should().Be(270);
    }

    [Fact]
    public async Task Both_files_can_stand_in_one_portfolio()
    {
        var fund = await Fund.OpenAsync(api, currency: "GBP");
        (await fund.ImportAsync(RealFiles.Read(RealFiles.Indigo), RealFiles.Indigo)).ShouldBe(200);
        (await fund.ImportAsync(RealFiles.Read(RealFiles.Nominet), RealFiles.Nominet)).ShouldBe(200);
        (await fund.DashboardAsync()).Figure("totals.committed.amount").Should().Be(8_053_545.40m + 18_303_977.01m);
    }

    private async Task<IReadOnlyList<(string Code, long Version)>> VersionsAsync(Fund fund) =>
        await api.InDatabaseAsync(async db =>
            (
                await db
                    .Projects.Where(p => p.LeadPortfolioId == fund.Id)
                    .OrderBy(p => p.Code)
                    .Select(p => new { p.Code, p.Version })
                    .ToListAsync()
            ).ConvertAll(p => (p.Code, p.Version))
        );

    private async Task<int> OrganisationsAsync(string name) =>
        await api.InDatabaseAsync(db => db.Organisations.CountAsync(o => o.Name == name));
}
