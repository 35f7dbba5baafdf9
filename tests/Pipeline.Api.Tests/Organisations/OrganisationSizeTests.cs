using Pipeline.Api.Tests.Audit;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Organisations;

namespace Pipeline.Api.Tests.Organisations;

/// <summary>How large an organisation is: said or not, and changed with its other facts.</summary>
[UseCases(typeof(CreateOrganisation), typeof(GetOrganisation), typeof(UpdateOrganisation), typeof(ListOrganisations))]
public sealed class OrganisationSizeTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task A_size_is_kept_changed_and_removed_and_the_audit_says_so()
    {
        var name = api.NewCode("Size");
        var made = (await api.Administrator.PostAsync("organisations", Body(name, "verySmall"))).ShouldBe(201);
        var path = $"organisations/{made.Id("id")}";
        made.Text("size").Should().Be("verySmall");
        (await api.Administrator.GetAsync(path)).ShouldBe(200).Text("size").Should().Be("verySmall");
        (await api.Administrator.GetAsync($"organisations?q={name}")).Text("items.0.size").Should().Be("verySmall");

        var grown = (await api.Administrator.PutAsync(path, Body(name, "large"), made.ETag!)).ShouldBe(200);
        grown.Text("size").Should().Be("large");
        var told = await api.NewestOfAsync(made.Id("id"));
        told.Fields().Should().Equal("size");
        told.Change("size").Should().Be(("\"verySmall\"", "\"large\""));

        (await api.Administrator.PutAsync(path, Body(name, "huge"), grown.ETag!)).ShouldBlame("size", "unknown_code");
        (await api.Administrator.GetAsync(path))
            .Text("size")
            .Should()
            .Be("large", "nothing of what is refused is kept");

        var unsaid = (await api.Administrator.PutAsync(path, Body(name, null), grown.ETag!)).ShouldBe(200);
        unsaid["size"].Should().BeNull();
        (await api.NewestOfAsync(made.Id("id"))).Change("size").Should().Be(("\"large\"", null));
    }

    [Fact]
    public async Task A_french_number_is_one_body_s_however_its_digits_are_parted()
    {
        var made = (await NamedAsync("Siret", "732 829 320 00074")).ShouldBe(201);
        made.Text("identifier.id").Should().Be("73282932000074");
        foreach (var written in new[] { "73282932000074", "732\u00A0829\u202F320 00074" })
        {
            (await NamedAsync("FR-SIRET", written)).ShouldBeProblem(409, "identifier_taken");
            (await NamedAsync("SIRET", written)).ShouldBeProblem(409, "identifier_taken");
            (await api.Administrator.GetAsync($"organisations?q={Uri.EscapeDataString(written)}"))
                .Items()
                .Select(o => o["id"]!.GetValue<Guid>())
                .Should()
                .Equal(made.Id("id"));
        }
        var thin = (await NamedAsync("FR-SIRET", "73\u200928")).ShouldBe(201);
        thin.Text("identifier.id").Should().Be("73\u200928", "its check digits do not say that it is one");
        (await api.Administrator.GetAsync("organisations?q=FR-SIRET-7328"))
            .Items()
            .Select(o => o["id"]!.GetValue<Guid>())
            .Should()
            .Equal(thin.Id("id"));

        Task<Reply> NamedAsync(string scheme, string id) =>
            api.Administrator.PostAsync(
                "organisations",
                new
                {
                    name = api.NewCode("Body"),
                    actorProfile = "association",
                    identifier = new { scheme, id },
                }
            );
    }

    [Fact]
    public async Task The_vocabulary_has_the_sizes_in_both_languages()
    {
        foreach (
            var (language, labels) in new[]
            {
                ("en", new[] { "Very small", "Small or medium", "Intermediate", "Large" }),
                (
                    "fr",
                    new[] { "Très petite (TPE)", "Petite ou moyenne (PME)", "De taille intermédiaire (ETI)", "Grande" }
                ),
            }
        )
        {
            var sizes = (await api.Administrator.GetAsync("reference", language)).ShouldBe(200);
            sizes
                .Items("organisationSizes")
                .Select(s => (s["code"]!.GetValue<string>(), s["label"]!.GetValue<string>()))
                .Should()
                .Equal(new[] { "verySmall", "small", "intermediate", "large" }.Zip(labels));
        }
    }

    private static object Body(string name, string? size) =>
        new
        {
            name,
            actorProfile = "company",
            size,
        };
}
