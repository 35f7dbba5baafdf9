using Pipeline.Api.Tests.Common;
using static Pipeline.Api.Tests.Dashboards.WorldBook;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>Where projects of a random life act, who carries them there and who animates, and the way to their target models.</summary>
internal sealed class RandomPlaces(PipelineApi api, WorldBook book, RandomBodies bodies)
{
    private static readonly string[] Places = ["Lyon", "Lille", "Nantes"];
    private static readonly string[] Roles = ["experiment", "deployment", "deployment", "both"];

    /// <summary>Does one thing.</summary>
    public Task DoAsync(Random random) =>
        random.Next(3) switch
        {
            0 => SettleAsync(random),
            1 => AnimateAsync(random),
            _ => AimAsync(random),
        };

    private async Task SettleAsync(Random random)
    {
        var project = book.Any(random);
        var territories = Some(Places, random)
            .Select(name =>
            {
                var since = book.Today.AddDays(-random.Next(600));
                return new
                {
                    name,
                    level = "local",
                    region = "bretagne",
                    role = Any(Roles, random),
                    since = random.Next(3) > 0 ? Text(since) : null,
                    closedOn = random.Next(4) == 0 ? Text(since.AddDays(random.Next(300))) : null,
                    adaptation = random.Next(2) == 0 ? "Smaller cars" : null,
                    carrierOrganisationId = random.Next(2) == 0 ? Any(bodies.All, random) : (Guid?)null,
                };
            })
            .ToList();
        if (Accepted(await api.Administrator.PutAsync($"{project.Path}/territories", territories, "*")))
            book.Record("territories", project.Id, project.Id, new { territories });
    }

    private async Task AnimateAsync(Random random)
    {
        var project = book.Any(random);
        var stakeholders = Some(bodies.All, random)
            .Select(organisationId => new
            {
                kind = Any(["catalyst", "catalyst", "peer"], random),
                name = "Camille Durand",
                organisationId,
                level = 2,
            })
            .ToList();
        if (Accepted(await api.Administrator.PutAsync($"{project.Path}/stakeholders", stakeholders, "*")))
            book.Record("stakeholders", project.Id, project.Id, new { stakeholders });
    }

    private async Task AimAsync(Random random)
    {
        var project = book.Any(random);
        var sizing = new
        {
            territories = 3,
            beneficiaries = 1_200,
            yearlyCost = project.Money(100_000),
        };
        var body = new
        {
            asOf = Text(book.Today.AddDays(-random.Next(100))),
            kind = Any(["operator", "operator", "researchAndDevelopment"], random),
            resources = new[] { new { source = "public", yearlyAmount = project.Money(50_000) } },
            people = Array.Empty<object>(),
            sizing = random.Next(3) > 0 ? sizing : null,
            trajectory = Enumerable
                .Range(0, random.Next(4))
                .Select(i => new
                {
                    milestone = $"Step {i}",
                    dueOn = Text(book.Today.AddDays(random.Next(-300, 300))),
                    doneOn = random.Next(2) == 0 ? Text(book.Today.AddDays(-random.Next(200))) : null,
                })
                .ToList(),
        };
        if (Accepted(await api.Administrator.PutAsync($"{project.Path}/economics/target", body, "*")))
            book.Record("target", project.Id, project.Id, body);
    }
}
