using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Cli;

/// <summary>The demonstration tells public histories as their source does (RC l.2808-2989, l.3169-3175), and no more.</summary>
public sealed class DemoStoryTests(DemoApi api) : IClassFixture<DemoApi>
{
    [Fact]
    public async Task Wimoovs_partners_come_in_the_order_of_the_source_and_nobody_takes_it_over()
    {
        var wimoov = await ProjectAsync("WIMOOV");
        (wimoov.Text("phase"), wimoov.Text("standing"), wimoov["takeOver"]).Should().Be(("scalingOut", "active", null));
        (await api.Administrator.GetAsync($"projects/{wimoov.Id("id")}/commitments"))
            .ShouldBe(200)
            .Items()
            .OrderBy(c => c["agreedOn"]!.GetValue<string>(), StringComparer.Ordinal)
            .Select(c => c["funder"]!["name"]!.GetValue<string>())
            .Distinct()
            .Should()
            .Equal(
                "MACIF",
                "Mairie de Paris",
                "DIRECCTE des Bouches-du-Rhône",
                "Le RAMEAU",
                "Renault",
                "Caisse des Dépôts",
                "Total",
                "AG2R LA MONDIALE"
            );
        (await TriggersAsync(wimoov)).Should().OnlyContain(trigger => trigger == "advance");
        wimoov.Text("summary").Should().Contain("amounts are invented").And.Contain("days but for the years");
    }

    [Fact]
    public async Task Unis_cite_is_the_one_that_public_policy_took_over()
    {
        var unisCite = await ProjectAsync("UNIS-CITE");
        (unisCite.Text("phase"), unisCite.Text("standing"), unisCite.Text("takeOver.kind"))
            .Should()
            .Be(("industrialisation", "adopted", "publicPolicy"));
        (await TriggersAsync(unisCite))[^1].Should().Be("adopt");
    }

    [Theory]
    [InlineData("en", @"\d{4,}\.\d|[a-z][A-Z]|\w_\w|[a-z]\.[a-z]")]
    [InlineData("fr", @"\d\.\d|[a-z][A-Z]|\w_\w|[a-z]\.[a-z]")]
    public async Task What_people_read_holds_no_codes_and_writes_numbers_as_its_language_does(
        string language,
        string not
    )
    {
        var portfolio = await api.PortfolioAsync();
        var messages = (await api.Administrator.GetAsync($"portfolios/{portfolio}/dashboard", language))
            .ShouldBe(200)
            .Items("attention")
            .Select(a => a["message"]!.GetValue<string>())
            .ToList();
        foreach (var project in await ProjectsAsync())
            messages.AddRange(
                (await api.Administrator.GetAsync($"projects/{project["id"]}/transitions/available", language))
                    .ShouldBe(200)
                    .Items()
                    .SelectMany(t => t["criteria"]!.AsArray())
                    .SelectMany(c => new[] { c!["sentence"], c["detail"] })
                    .OfType<JsonNode>()
                    .Select(text => text.GetValue<string>())
            );
        messages.Should().HaveCountGreaterThan(50);
        messages.Where(m => Regex.IsMatch(m, not)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_last_quarter_is_closed_and_what_came_late_is_told()
    {
        var path = $"portfolios/{await api.PortfolioAsync()}/closings";
        var closing = (await api.Administrator.GetAsync(path)).ShouldBe(200).Items().Single();
        var quarter = DateOnly.Parse(closing["asOf"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        (quarter.AddDays(1).Day, quarter.Month % 3, quarter < api.Clock.Today).Should().Be((1, 0, true));

        var changes = (await api.Administrator.GetAsync($"{path}/{closing["id"]}/changes")).ShouldBe(200);

        changes
            .Items()
            .Select(c => (c["kind"]!.GetValue<string>(), c["projectCode"]!.GetValue<string>()))
            .Should()
            .BeEquivalentTo([("delivery", "DEMO-05"), ("reversal", "DEMO-03"), ("plan", "DEMO-05")]);
        changes.Items().Should().OnlyContain(c => c["effects"]!.AsArray().Count > 0);
    }

    private async Task<IReadOnlyList<JsonNode>> ProjectsAsync() =>
        (await api.Administrator.GetAsync($"projects?portfolioId={await api.PortfolioAsync()}&pageSize=200"))
            .ShouldBe(200)
            .Items();

    private async Task<Reply> ProjectAsync(string code) =>
        (
            await api.Administrator.GetAsync(
                $"projects/{(await ProjectsAsync()).Single(p => p["code"]!.GetValue<string>() == code)["id"]}"
            )
        ).ShouldBe(200);

    private async Task<IReadOnlyList<string>> TriggersAsync(Reply project) =>
        [
            .. (await api.Administrator.GetAsync($"projects/{project.Id("id")}/transitions"))
                .ShouldBe(200)
                .Items()
                .OrderBy(t => t["sequence"]!.GetValue<int>())
                .Select(t => t["trigger"]!.GetValue<string>()),
        ];
}
