using System.Text;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Imports;
using Pipeline.Application.Audit;

namespace Pipeline.Api.Tests.Audit;

/// <summary>Who reads what, and how one goes on from one part of a feed to the next.</summary>
[UseCases(typeof(ListAudit), typeof(ListHistory), typeof(VerifyAudit))]
public sealed class HistoryTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task Whoever_sees_the_project_reads_its_history_and_nobody_else()
    {
        var fund = await Fund.OpenAsync(api);
        var (project, other) = (await fund.ProjectAsync(), await (await Fund.OpenAsync(api)).ProjectAsync());
        var (owner, investor, stranger) = (
            await project.OwnerAsync(),
            await fund.MemberAsync("investor"),
            await other.Fund.MemberAsync("manager")
        );
        foreach (var reader in new[] { owner, investor, api.Administrator })
            (await reader.GetAsync($"{project.Path}/history"))
                .ShouldBe(200)
                .Items()
                .Should()
                .NotBeEmpty()
                .And.OnlyContain(e => e["projectId"]!.GetValue<Guid>() == project.Id);
        (await stranger.GetAsync($"{project.Path}/history")).ShouldBeProblem(404, "not_found");
        (await owner.GetAsync($"{other.Path}/history")).ShouldBeProblem(404, "not_found");
        (await api.Anonymous().GetAsync($"{project.Path}/history")).ShouldBe(401);
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("audit/verify")]
    public async Task The_whole_audit_is_for_administrators(string path)
    {
        var manager = await (await Fund.OpenAsync(api)).MemberAsync("manager");
        (await manager.GetAsync(path)).ShouldBeProblem(403, "administrators_only");
        (await api.Anonymous().GetAsync(path)).ShouldBe(401);
        (await api.Administrator.GetAsync(path)).ShouldBe(200);
    }

    [Fact]
    public async Task Going_on_neither_repeats_nor_skips_while_new_entries_come_in()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var commitment = await project.CommitAsync(1_000);
        for (var i = 0; i < 7; i++)
            (await project.DeliverAsync(commitment, 1)).ShouldBe(201);
        var there = (await api.Administrator.GetAsync($"{project.Path}/history?limit=200")).ShouldBe(200);
        there["next"].Should().BeNull("all of it fits");
        var expected = there.Items().Select(e => e["sequence"]!.GetValue<long>()).ToList();
        expected.Should().HaveCount(9).And.BeInDescendingOrder();

        var read = new List<long>();
        for (var next = ""; ; )
        {
            var part = (await api.Administrator.GetAsync($"{project.Path}/history?limit=2{next}")).ShouldBe(200);
            part.Items().Count.Should().BeInRange(1, 2);
            read.AddRange(part.Items().Select(e => e["sequence"]!.GetValue<long>()));
            (await project.DeliverAsync(commitment, 1)).ShouldBe(201);
            if (part["next"] is not { } cursor)
                break;
            next = $"&after={cursor}";
        }
        read.Should().Equal(expected);
    }

    [Fact]
    public async Task The_end_is_told_also_where_the_last_part_is_full()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        await project.CommitAsync(1_000);
        var first = (await api.Administrator.GetAsync($"{project.Path}/history?limit=1")).ShouldBe(200);
        var second = (
            await api.Administrator.GetAsync($"{project.Path}/history?limit=1&after={first["next"]}")
        ).ShouldBe(200);
        (second.Items().Count, second["next"]).Should().Be((1, null));
    }

    [Theory]
    [InlineData("limit=0", "limit", "out_of_range")]
    [InlineData("limit=201", "limit", "out_of_range")]
    [InlineData("after=yesterday", "after", "invalid_number")]
    [InlineData("after=-1", "after", "invalid_number")]
    public async Task A_cursor_and_a_limit_that_cannot_be_are_refused(string query, string field, string code) =>
        (await api.Administrator.GetAsync($"audit?{query}")).ShouldBlame(field, code);

    [Fact]
    public async Task An_import_is_told_grant_by_grant_as_one_request()
    {
        var fund = await Fund.OpenAsync(api);
        var file = new StringBuilder(
            "Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Name,Funding Org:Name\n"
        );
        for (var i = 0; i < 450; i++)
            file.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"360G-{fund.Code}-{i},Grant {i},EUR,{100 + i},2024-01-31,Recipient {i % 50},Funder\n"
            );
        var before = (await api.VerifyAsync())["entries"]!.GetValue<long>();
        (
            await api.Administrator.UploadAsync(
                $"imports?portfolioId={fund.Id}&dryRun=true",
                "grants.csv",
                Encoding.UTF8.GetBytes(file.ToString())
            )
        ).ShouldBe(200);
        (await api.VerifyAsync())["entries"]!.GetValue<long>().Should().Be(before, "a dry run changes nothing");
        (
            await api.Administrator.UploadAsync(
                $"imports?portfolioId={fund.Id}",
                "grants.csv",
                Encoding.UTF8.GetBytes(file + "360G-bad,,EUR,1,2024-01-31,R,F\n")
            )
        ).ShouldBe(422);
        (await api.VerifyAsync())["entries"]!.GetValue<long>().Should().Be(before, "a refused file changes nothing");

        (
            await api.Administrator.UploadAsync(
                $"imports?portfolioId={fund.Id}",
                "grants.csv",
                Encoding.UTF8.GetBytes(file.ToString())
            )
        ).ShouldBe(200);
        var after = await api.VerifyAsync();
        (after.Flag("valid"), after["entries"]!.GetValue<long>() - before)
            .Should()
            .Be((true, 450 + 450 + 51 + 1), "the import itself is told as well");
        var newest = await api.AuditAsync(200);
        newest.Select(e => e.Text("requestId")).Distinct().Should().ContainSingle();
        newest.Select(e => e.Text("action")).Distinct().Should().Equal("created");
    }

    [Fact]
    public async Task An_import_that_adds_and_changes_tells_of_both()
    {
        var fund = await Fund.OpenAsync(api);
        (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1)).Csv())).ShouldBe(200);
        var before = (await api.VerifyAsync())["entries"]!.GetValue<long>();
        (
            await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1, title: "Another title"), GrantTable.Row(2)).Csv())
        ).ShouldBe(200);
        var after = await api.VerifyAsync();
        // An organisation, a project and its commitment that are new, a project that has another name, and the import itself.
        (after.Flag("valid"), after["entries"]!.GetValue<long>() - before)
            .Should()
            .Be((true, 5));
        var newest = await api.AuditAsync(5);
        newest
            .Select(e => (e.Text("kind"), e.Text("action")))
            .Should()
            .BeEquivalentTo([
                ("organisation", "created"),
                ("project", "created"),
                ("commitment", "created"),
                ("project", "changed"),
                ("import", "created"),
            ]);
        newest
            .Single(e => e.Text("action") == "changed")
            .Change("name")
            .Should()
            .Be(("\"Grant 1\"", "\"Another title\""));
    }

    [Fact]
    public async Task An_imported_project_is_told_as_one_that_somebody_made()
    {
        var fund = await Fund.OpenAsync(api);
        (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1)).Csv())).ShouldBe(200);
        var imported = (await api.AuditAsync(10)).First(e => e.Text("kind") == "project");
        var owner = imported.Change("ownerOrganisationId").To!.Trim('"');
        (
            await api.Administrator.PostAsync(
                "projects",
                new
                {
                    code = "G-2",
                    name = "Grant 1",
                    summary = "For a start",
                    ownerOrganisationId = owner,
                    portfolioId = fund.Id,
                    startedOn = "2015-03-01",
                }
            )
        ).ShouldBe(201);
        var made = (await api.AuditAsync(1)).Single();
        imported.Fields().Should().BeEquivalentTo(made.Fields());
        foreach (var field in made.Fields().Where(f => f != "code"))
            imported.Change(field).Should().Be(made.Change(field), field);
    }
}
