using Pipeline.Api.Tests.Common;
using Pipeline.Application.Imports;
using Pipeline.Application.Portfolios;

namespace Pipeline.Api.Tests.Portfolios;

/// <summary>What can be made and replaced by the same request is never replaced by somebody who has not read it (docs/adr/0052).</summary>
[UseCases(typeof(SetMember), typeof(HoldProject), typeof(SetImportMapping), typeof(ListMembers))]
public sealed class StaleSaveTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task Another_role_is_held_against_the_version_that_was_read()
    {
        var fund = await Fund.OpenAsync(api);
        var person = await fund.MemberAsync("investor");
        var path = $"portfolios/{fund.Id}/members/{person.UserId}";
        var read = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/members")).ShouldBe(200);
        read.ETag.Should().Be($"\"{read.Number("version")}\"");

        (await api.Administrator.PutAsync(path, new { role = "investor" })).ShouldBe(200).ETag.Should().Be(read.ETag);
        var changed = (await api.Administrator.PutAsync(path, new { role = "manager" }, read.ETag)).ShouldBe(200);
        (changed.Text("role"), changed.Number("version")).Should().Be(("manager", read.Number("version") + 1));
        (await api.Administrator.PutAsync(path, new { role = "finance" }, read.ETag)).ShouldBeProblem(412, "stale");
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/members"))
            .Text("items.0.role")
            .Should()
            .Be("manager", "a save that was refused changes nothing");
        (await api.Administrator.PutAsync(path, new { role = "investor" })).ShouldBeProblem(428, "if_match_required");
        (await api.Administrator.PutAsync(path, new { role = "manager" })).ShouldBe(200);
        (await api.Administrator.PutAsync(path, new { role = "finance" }, "*")).ShouldBe(200);
        (await person.GetAsync($"portfolios/{fund.Id}/members")).ShouldBe(200).Items().Should().HaveCount(1);
    }

    [Fact]
    public async Task Another_lead_is_held_against_the_version_that_was_read()
    {
        var (lead, helper, third) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var project = await lead.ProjectAsync();
        var read = await project.ETagAsync();
        (await HoldAsync(helper, "coFunder", null)).ShouldBe(200).ETag.Should().Be(await project.ETagAsync());
        (await HoldAsync(helper, "coFunder", null)).ShouldBe(200);
        (await HoldAsync(helper, "lead", read)).ShouldBeProblem(412, "stale");
        (await HoldAsync(third, "coFunder", read)).ShouldBeProblem(412, "stale");
        (await HoldAsync(helper, "lead", null)).ShouldBeProblem(428, "if_match_required");
        (await HoldAsync(helper, "lead", await project.ETagAsync())).ShouldBe(200).Text("kind").Should().Be("lead");
        (await project.GetAsync())
            .Items("holdings")
            .Select(h => (h["portfolioId"]!.GetValue<Guid>(), h["kind"]!.GetValue<string>()))
            .Should()
            .BeEquivalentTo([(helper.Id, "lead"), (lead.Id, "coFunder")]);

        Task<Reply> HoldAsync(Fund fund, string kind, string? ifMatch) =>
            api.Administrator.PutAsync($"portfolios/{fund.Id}/holdings/{project.Id}", new { kind }, ifMatch);
    }

    [Fact]
    public async Task Another_mapping_needs_the_version_that_was_read()
    {
        var fund = await Fund.OpenAsync(api);
        var path = $"portfolios/{fund.Id}/import-mappings/city";
        var made = (await SaveAsync("title", null)).ShouldBe(200);
        (await SaveAsync("title", null)).ShouldBe(200).ETag.Should().Be(made.ETag, "sent again, it changes nothing");
        (await SaveAsync("description", null)).ShouldBeProblem(428, "if_match_required");
        (await SaveAsync("description", made.ETag)).ShouldBe(200).Number("version").Should().Be(2);
        (await SaveAsync("recipient", made.ETag)).ShouldBeProblem(412, "stale");
        (await api.Administrator.GetAsync(path)).Text("columns.What").Should().Be("description");
        (await api.Administrator.DeleteAsync(path)).ShouldBe(204);
        (await SaveAsync("title", "\"2\"")).ShouldBeProblem(412, "stale");
        (await SaveAsync("title", "*")).ShouldBe(200).Number("version").Should().Be(1);

        Task<Reply> SaveAsync(string field, string? ifMatch) =>
            api.Administrator.PutAsync(
                path,
                new
                {
                    columns = new Dictionary<string, string> { ["What"] = field },
                    constants = new { funder = "The City" },
                },
                ifMatch
            );
    }
}
