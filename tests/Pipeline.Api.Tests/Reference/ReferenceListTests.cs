using Pipeline.Api.Tests.Common;
using Pipeline.Application.Reference;

namespace Pipeline.Api.Tests.Reference;

/// <summary>Lists that an administrator may edit, each in a database of its own.</summary>
[UseCases(typeof(UpdateReferenceList))]
public sealed class ReferenceListTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task An_edited_list_is_offered_and_what_used_a_code_that_is_gone_keeps_it()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var body = new
        {
            name = "Together",
            form = "interOrganisation",
            categories = new[] { "sponsorship" },
            kinds = new[] { "jointBid" },
            startedOn = "2016-01-01",
        };
        var made = (await api.Administrator.PostAsync($"{project.Path}/alliances", body)).ShouldBe(201);
        var installed = (await api.Administrator.GetAsync("reference")).ShouldBe(200);
        installed.Number("allianceKinds.version").Should().Be(0);
        installed.Items("allianceKinds.items").Should().HaveCount(9);

        var item = new
        {
            code = "patronage",
            name = new { en = "Patronage", fr = "Parrainage" },
            group = "sponsorship",
        };
        var edited = (
            await api.Administrator.PutAsync("reference/alliance-kinds", new { items = new[] { item } }, "*")
        ).ShouldBe(200);
        edited.Number("version").Should().Be(1);
        (await api.Administrator.PostAsync($"{project.Path}/alliances", body)).ShouldBlame("kinds[0]", "unknown_code");
        (await api.Administrator.PutAsync($"{project.Path}/alliances/{made.Id("id")}", body, made.ETag)).ShouldBe(200);

        (
            await api.Administrator.PutAsync("reference/alliance-kinds", new { items = new[] { item, item } }, "*")
        ).ShouldBlame("items[1].code", "duplicate");
        (
            await api.Administrator.PutAsync(
                "reference/alliance-kinds",
                new { items = new[] { item with { code = "patronage\n" } } },
                "*"
            )
        ).ShouldBlame("items[0].code", "invalid_form");
        (await api.Administrator.PutAsync("reference/risks", new { items = new[] { item } }, "*")).ShouldBlame(
            "items[0].group",
            "unknown_code"
        );
    }
}
