using Pipeline.Api.Tests.Common;
using Pipeline.Application.Programmes;

namespace Pipeline.Api.Tests.Programmes;

/// <summary>The register of catalysts, seen and kept as the directory of organisations is.</summary>
[UseCases(
    typeof(ListCatalysts),
    typeof(GetCatalyst),
    typeof(AddCatalyst),
    typeof(UpdateCatalyst),
    typeof(ListCatalystVersions)
)]
public sealed class CatalystTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task An_organisation_is_in_the_register_once_with_its_missions_and_territories()
    {
        var fund = await Fund.OpenAsync(api);
        var (manager, reader) = (await fund.MemberAsync("manager"), await api.NewUserAsync("Somebody"));
        object Body(object? more = null) =>
            Fields.Merge(
                new
                {
                    organisationId = fund.OrganisationId,
                    missions = new[] { "dialogue", "experiments" },
                    territories = new[] { "Saint-Nazaire" },
                    since = "2014-01-01",
                    engineering = new[] { "interconnection" },
                },
                more
            );
        foreach (
            var (more, field, code) in new (object, string, string)[]
            {
                (new { missions = new[] { "dialogue", "dialogue" } }, "missions[1]", "duplicate"),
                (new { territories = new[] { " " } }, "territories[0]", "required"),
                (new { since = $"{api.Clock.Today.AddDays(1):yyyy-MM-dd}" }, "since", "date_in_future"),
                (new { organisationId = fund.Id }, "organisationId", "unknown_organisation"),
            }
        )
            (await manager.PostAsync("catalysts", Body(more))).ShouldBlame(field, code);
        (await reader.PostAsync("catalysts", Body())).ShouldBeProblem(403, "managers_only");
        var made = (await manager.PostAsync("catalysts", Body())).ShouldBe(201);
        (await manager.PostAsync("catalysts", Body())).ShouldBlame("organisationId", "catalyst_known", 409);

        var path = $"catalysts/{made.Id("id")}";
        var changed = (
            await manager.PutAsync(path, Body(new { missions = new[] { "partnerships" } }), made.ETag)
        ).ShouldBe(200);
        changed.Texts("missions").Should().Equal("partnerships");
        (await manager.PutAsync(path, Body(), made.ETag)).ShouldBe(412);
        (await manager.PutAsync(path, Body(new { organisationId = Guid.Empty }), "*")).ShouldBlame(
            "organisationId",
            "organisation_stays"
        );
        (await reader.GetAsync(path)).ShouldBe(200).Texts("territories").Should().Equal("Saint-Nazaire");
        (await reader.GetAsync("catalysts?mission=partnerships")).Items().Should().ContainSingle();
        (await reader.GetAsync("catalysts?mission=dialogue")).Items().Should().BeEmpty();
        (await reader.GetAsync("catalysts?territory=NAZ")).Items().Should().ContainSingle();
        (await reader.GetAsync("catalysts?territory=nowhere")).Items().Should().BeEmpty();
        (await reader.GetAsync($"{path}/versions")).Items().Should().HaveCount(2);
        (await reader.GetAsync($"catalysts/{fund.Id}")).ShouldBe(404);
    }
}
