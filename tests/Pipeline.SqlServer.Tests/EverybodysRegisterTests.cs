using Microsoft.AspNetCore.TestHost;
using Pipeline.Api.Tests.Cli;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Exports;
using Pipeline.Api.Tests.Imports;

namespace Pipeline.SqlServer.Tests;

/// <summary>A register of most projects reads all tables from end to end, one of few looks rows up: they say the same.</summary>
public sealed class EverybodysRegisterTests(LoadApi api) : IClassFixture<LoadApi>
{
    [Fact]
    public async Task A_register_of_everybody_says_of_each_project_what_a_register_of_few_says()
    {
        var fund = await Fund.OpenAsync(api);
        var grants = GrantTable.Of([.. Enumerable.Range(1, 600).Select(n => GrantTable.Row(n))]);
        (await fund.ImportAsync(grants.Csv(), by: api.Administrator)).ShouldBe(200);

        // Each query is held against SQL Server as well: no other test has enough projects for these.
        var mirror = new QueryMirror(throwAtOnce: true);
        await using var mirrored = api.WithWebHostBuilder(builder => builder.ConfigureTestServices(mirror.AttachTo));
        using var http = mirrored.CreateClient();
        http.DefaultRequestHeaders.Authorization = api.Administrator.Http.DefaultRequestHeaders.Authorization;
        var client = new Client(http);
        var all = RegisterFile.Of(await client.GetAsync("projects/export.csv?sort=code"));
        all.Rows.Should().HaveCount(600 + LoadApi.Projects);
        foreach (var phase in new[] { "experimentation", "modelling", "scalingOut" })
        {
            var few = RegisterFile.Of(await client.GetAsync($"projects/export.csv?sort=code&phase={phase}"));
            (few.Sum("Planned"), few.Sum("Committed"), few.Sum("Delivered"))
                .Should()
                .Match<(decimal Planned, decimal Committed, decimal Delivered)>(s =>
                    s.Planned > 0 && s.Committed > 0 && s.Delivered > 0
                );
            var ids = few.Column("Id").ToHashSet();
            var place = all.Headings.ToList().IndexOf("Id");
            all.Rows.Where(r => ids.Contains(r[place]))
                .Select(r => string.Join('|', r))
                .Should()
                .Equal(few.Rows.Select(r => string.Join('|', r)));
        }
        mirror
            .Sql.Should()
            .Contain(sql => sql.Contains("OPENJSON", StringComparison.Ordinal))
            .And.Contain(sql =>
                sql.Contains("[PlanLines]", StringComparison.Ordinal)
                && !sql.Contains("OPENJSON", StringComparison.Ordinal)
            );
        mirror.Findings.Should().BeEmpty();
    }
}
