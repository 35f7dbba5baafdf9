using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Access;

/// <summary>What an operation does not name cannot be set by it, however well it is called; and nothing of the rest of the body is taken.</summary>
public sealed class MassAssignmentTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    [Theory]
    [InlineData("phase", "\"industrialisation\"")]
    [InlineData("standing", "\"adopted\"")]
    [InlineData("version", "99")]
    [InlineData("portfolioId", "\"00000000-0000-4000-8000-000000000001\"")]
    [InlineData("leadPortfolioId", "\"00000000-0000-4000-8000-000000000001\"")]
    [InlineData("id", "\"00000000-0000-4000-8000-000000000001\"")]
    [InlineData("code", "\"ANOTHER\"")]
    [InlineData("owners", "[]")]
    [InlineData("transitions", "[]")]
    [InlineData("Phase", "\"modelling\"")]
    public async Task A_project_is_described_and_nothing_else(string field, string value)
    {
        var before = await world.Project.GetAsync();
        var body = new JsonObject
        {
            ["name"] = "Changed",
            ["socioEconomicModel"] = "operator",
            ["sdgs"] = new JsonArray(),
            ["domains"] = new JsonArray(),
            [field] = JsonNode.Parse(value),
        };
        (await world.Caller("owner").PutAsync(world.Project.Path, body, before.ETag)).ShouldBlame(
            field,
            "unknown_field"
        );
        JsonNode.DeepEquals((await world.Project.GetAsync()).Json, before.Json).Should().BeTrue();
    }

    [Fact]
    public async Task Nobody_becomes_more_than_they_are_by_a_field_too_many()
    {
        var (fund, manager, owner) = (world.Mine, world.Caller("manager"), world.Caller("owner"));
        var made = new
        {
            code = world.Api.NewCode("P"),
            name = "New",
            ownerOrganisationId = fund.OrganisationId,
            portfolioId = fund.Id,
            startedOn = "2020-01-01",
        };
        foreach (
            var (ask, field) in new (Func<JsonObject, Task<Reply>>, string)[]
            {
                (extra => manager.PostAsync("projects", With(made, extra)), "phase"),
                (
                    extra =>
                        manager.PostAsync(
                            $"{world.Project.Path}/commitments",
                            With(
                                new
                                {
                                    portfolioId = fund.Id,
                                    funderOrganisationId = fund.OrganisationId,
                                    lever = "funding",
                                    phase = "conception",
                                    nature = "cash",
                                    amount = world.Project.Money(1),
                                    agreedOn = "2015-02-01",
                                },
                                extra
                            )
                        ),
                    "recordedAt"
                ),
                (
                    extra =>
                        manager.PostAsync(
                            $"{world.Project.Path}/commitments/{world.Commitment}/deliveries",
                            With(new { amount = world.Project.Money(1), deliveredOn = "2015-03-01" }, extra)
                        ),
                    "recordedBy"
                ),
                (
                    extra =>
                        owner.PostAsync(
                            $"{world.Project.Path}/transitions",
                            With(new { trigger = "advance", effectiveOn = "2016-01-01" }, extra),
                            "*"
                        ),
                    "status"
                ),
                (
                    extra =>
                        manager.PostAsync(
                            $"portfolios/{fund.Id}/api-keys",
                            With(new { name = "Key", access = "read" }, extra)
                        ),
                    "portfolioId"
                ),
                (
                    extra =>
                        manager.PutAsync(
                            $"portfolios/{fund.Id}/members/{world.Somebody}",
                            With(new { role = "investor" }, extra)
                        ),
                    "administrator"
                ),
                (extra => manager.PutAsync($"{world.Project.Path}/members/{world.Somebody}", extra), "administrator"),
                (
                    extra =>
                        owner.PostAsync(
                            "auth/password",
                            With(new { current = PipelineApi.Password, @new = "another long passage" }, extra)
                        ),
                    "userId"
                ),
            }
        )
            (await ask(new() { [field] = "more" })).ShouldBlame(field, "unknown_field");
        (await manager.GetAsync("me")).ShouldBe(200).Flag("administrator").Should().BeFalse();
    }

    private static JsonObject With(object body, JsonObject extra)
    {
        var json = JsonSerializer.SerializeToNode(body, JsonSerializerOptions.Web)!.AsObject();
        foreach (var (name, value) in extra)
            json[name] = value?.DeepClone();
        return json;
    }
}
