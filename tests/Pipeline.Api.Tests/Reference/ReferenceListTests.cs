using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Reference;

namespace Pipeline.Api.Tests.Reference;

/// <summary>Lists that an administrator may edit, each in a database of its own.</summary>
[UseCases(typeof(UpdateReferenceList), typeof(GetReferenceList), typeof(ListReferenceVersions))]
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
        (await api.Administrator.GetAsync("reference/alliance-kinds")).ShouldBe(200).ETag.Should().Be(edited.ETag);
        (await api.Administrator.GetAsync("reference/alliance-kinds/versions"))
            .ShouldBe(200)
            .Text("items.0.items.0.name.fr")
            .Should()
            .Be("Parrainage");
        (
            await api.Administrator.PutAsync("reference/alliance-kinds", new { allianceKinds = new[] { item } }, "*")
        ).ShouldBe(200);
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

    [Fact]
    public async Task Each_list_is_read_where_it_is_written_and_tells_its_versions()
    {
        foreach (var (path, name) in new[] { ("risks", "risks"), ("resources", "resources") })
        {
            var read = (await api.Administrator.GetAsync($"reference/{path}")).ShouldBe(200);
            var before = (await api.Administrator.GetAsync($"reference/{path}/versions")).ShouldBe(200).Items().Count;
            before.Should().Be(read.Number("version"));
            var items = read.Items().Take(2).Select(Sent).ToList();
            // A first one without any entries is a version too.
            var none = (
                await api.Administrator.PutAsync($"reference/{path}", new { items = Array([]) }, read.ETag)
            ).ShouldBe(200);
            (await api.Administrator.GetAsync($"reference/{path}/versions"))
                .Items($"items.{before}.items")
                .Should()
                .BeEmpty();
            (before, read) = (before + 1, none);

            // Under either name, and then under its own.
            var twice = new JsonObject { ["items"] = Array(items), [name] = Array(items) };
            (await api.Administrator.PutAsync($"reference/{path}", twice, read.ETag)).ShouldBlame(name, "duplicate");
            (await api.Administrator.PutAsync($"reference/{path}", new { }, read.ETag)).ShouldBlame(
                "items",
                "required"
            );
            items[0]["code"] = "a code";
            var wrong = new JsonObject { [name] = Array(items) };
            (await api.Administrator.PutAsync($"reference/{path}", wrong, read.ETag)).ShouldBlame(
                $"{name}[0].code",
                "invalid_form"
            );
            items[0]["code"] = items[1]["code"]!.DeepClone();
            (
                await api.Administrator.PutAsync(
                    $"reference/{path}",
                    new JsonObject { [name] = Array(items) },
                    read.ETag
                )
            ).ShouldBlame($"{name}[1].code", "duplicate");
            items[0]["code"] = "ours";
            var written = (
                await api.Administrator.PutAsync(
                    $"reference/{path}",
                    new JsonObject { [name] = Array(items) },
                    read.ETag
                )
            ).ShouldBe(200);
            (
                await api.Administrator.PutAsync(
                    $"reference/{path}",
                    new JsonObject { ["items"] = Array(items) },
                    written.ETag
                )
            )
                .ShouldBe(200)
                .Number("version")
                .Should()
                .Be(written.Number("version"), "what says what it said is no new version");

            var again = (await api.Administrator.GetAsync($"reference/{path}")).ShouldBe(200);
            again.ETag.Should().Be(written.ETag);
            again.Items().Select(i => i["code"]!.GetValue<string>()).Should().StartWith("ours");
            var versions = (await api.Administrator.GetAsync($"reference/{path}/versions")).ShouldBe(200);
            versions.Items().Should().HaveCount(before + 1);
            versions.Number($"items.{before}.version").Should().Be(again.Number("version"));
            versions.Text($"items.{before}.recordedBy.name").Should().NotBeEmpty();
            versions.Text($"items.{before}.recordedAt").Should().EndWith("Z");
            versions.Text($"items.{before}.items.0.code").Should().Be("ours");
            versions.Items($"items.{before}.items").Should().HaveCount(2);
        }

        static JsonArray Array(IEnumerable<JsonObject> items) => [.. items.Select(i => i.DeepClone())];

        // What is computed of it is not sent.
        static JsonObject Sent(JsonNode item)
        {
            var sent = item.DeepClone().AsObject();
            foreach (var field in new[] { "label", "natureLabel", "toolLabel" })
                sent.Remove(field);
            return sent;
        }
    }

    [Fact]
    public async Task Figures_and_needs_tell_their_versions_as_they_are_sent()
    {
        var figures = (await api.Administrator.GetAsync("reference/ratio-references")).ShouldBe(200);
        var items = figures.Items().Take(1).Select(i => i.DeepClone()).ToArray();
        (await api.Administrator.PutAsync("reference/ratio-references", new { items }, "*")).ShouldBe(200);
        var told = (await api.Administrator.GetAsync("reference/ratio-references/versions")).ShouldBe(200);
        told.Items()[^1]["items"]!.ToJsonString().Should().Be(JsonSerializer.Serialize(items));

        var needs = (await api.Administrator.GetAsync("reference"))["needProfile.items"]!.DeepClone().AsArray();
        needs[0]!["need"] = needs[0]!["need"]!.GetValue<int>() == 0 ? 1 : 0;
        (await api.Administrator.PutAsync("reference/need-profile", new { items = needs }, "*")).ShouldBe(200);
        told = (await api.Administrator.GetAsync("reference/need-profile/versions")).ShouldBe(200);
        told.Items()[^1]["items"]!.ToJsonString().Should().Be(needs.ToJsonString());
    }
}
