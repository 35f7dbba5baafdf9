using Pipeline.Api.Tests.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Infrastructure.Persistence.Loading;
using Pipeline.Infrastructure.Persistence.Providers.SqlServer;

namespace Pipeline.Api.Tests.Imports;

/// <summary>Texts within their limits come in whole, whatever they are written in, and are found and sorted.</summary>
public sealed class LongTextTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Theory]
    [InlineData(4_001)]
    [InlineData(Limits.Pages)]
    public async Task A_long_description_comes_in_whole_with_an_audit_that_holds(int length)
    {
        var fund = await Fund.OpenAsync(api);
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26))));
        var row = GrantTable.Row(1);
        row[2] = text;
        (await fund.ImportAsync(GrantTable.Of(row).Csv())).ShouldBe(200).Number("created").Should().Be(1);
        var project = (await fund.ProjectsAsync()).Single();
        var shown = (await api.Administrator.GetAsync($"projects/{project["id"]}")).ShouldBe(200);
        shown.Text("summary").Should().Be(text);
        (await api.Administrator.GetAsync("audit/verify")).ShouldBe(200).Flag("valid").Should().BeTrue();
    }

    [Theory]
    [InlineData('각', 300)]
    [InlineData('ﬁ', 300)]
    [InlineData('É', 300)]
    public async Task A_name_of_any_script_is_kept_found_and_sorted(char letter, int length)
    {
        var name = new string(letter, length);
        (await api.Administrator.PostAsync("organisations", new { name, actorProfile = "association" })).ShouldBe(201);
        var found = (await api.Administrator.GetAsync($"organisations?q={Uri.EscapeDataString(name[..20])}")).ShouldBe(
            200
        );
        found.Items().Select(o => o["name"]!.GetValue<string>()).Should().Equal(name);
    }

    // By the rules of the provider that cuts: nothing of it runs here.
    [Fact]
    public void A_text_without_a_limit_is_sent_to_sql_server_without_one()
    {
        using var db = new SqlServerDesignTime().CreateDbContext([]);
        using var rows = new BulkInsert(db);
        var parameters = rows.ParametersOf(typeof(Project)).ToDictionary(p => p.SourceColumn, p => p.Size);
        parameters[nameof(Project.Summary)].Should().Be(-1);
        parameters[nameof(Project.SearchText)].Should().Be(-1);
        parameters[nameof(Project.Name)].Should().BeGreaterThanOrEqualTo(Limits.Name);
    }
}
