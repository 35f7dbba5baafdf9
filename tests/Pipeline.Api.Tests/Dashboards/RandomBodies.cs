using Pipeline.Api.Tests.Common;
using static Pipeline.Api.Tests.Dashboards.WorldBook;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>Organisations of a random life: they are called and classed anew, and some turn out to be one.</summary>
internal sealed class RandomBodies(PipelineApi api, Fund[] funds, WorldBook book)
{
    private static readonly string[] Profiles = ["company", "investor", "academic", "association"];
    private readonly List<Guid> _staying = [];

    /// <summary>All entries of the directory, those that went into others too.</summary>
    public List<Guid> All { get; } = [];

    /// <summary>Makes some.</summary>
    public async Task BeginAsync()
    {
        foreach (var fund in funds)
            book.Record(
                "body",
                Guid.Empty,
                fund.OrganisationId,
                new { name = $"Fund {fund.Code}", profile = "investor" }
            );
        All.AddRange(funds.Select(f => f.OrganisationId));
        for (var i = 0; i < 4; i++)
        {
            var (name, profile) = (api.NewCode("Body"), Profiles[i]);
            var id = (await api.Administrator.PostAsync("organisations", new { name, actorProfile = profile }))
                .ShouldBe(201)
                .Id("id");
            All.Add(id);
            _staying.Add(id);
            book.Record("body", Guid.Empty, id, new { name, profile });
        }
    }

    /// <summary>Does one thing.</summary>
    public Task DoAsync(Random random) =>
        random.Next(3) == 0 && _staying.Count > 1 ? MergeAsync(random) : EditAsync(random);

    private async Task EditAsync(Random random)
    {
        var (id, name, profile) = (Any(_staying, random), api.NewCode("Body"), Any(Profiles, random));
        var body = new { name, actorProfile = profile };
        if (Accepted(await api.Administrator.PutAsync($"organisations/{id}", body, "*")))
            book.Record("body", Guid.Empty, id, new { name, profile });
    }

    private async Task MergeAsync(Random random)
    {
        var goes = Any(_staying, random);
        _staying.Remove(goes);
        var into = Any(_staying, random);
        var body = new { into, reason = "Same address" };
        (await api.Administrator.PostAsync($"organisations/{goes}/merge", body)).ShouldBe(200);
        book.Record("merge", Guid.Empty, goes, body);
    }
}
