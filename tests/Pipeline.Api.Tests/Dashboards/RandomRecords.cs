using Pipeline.Api.Tests.Common;
using static Pipeline.Api.Tests.Dashboards.WorldBook;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>What is agreed, allied for, hoped for, feared and lent in a random life of two funds.</summary>
internal sealed class RandomRecords(PipelineApi api, Fund[] funds, WorldBook book, RandomBodies bodies)
{
    private static readonly string[] Forms = ["territorialDialogue", "interOrganisation", "collectiveExperiment"];
    private static readonly string[] Categories =
    [
        "responsiblePractices",
        "sponsorship",
        "economicCooperation",
        "societalInnovation",
    ];
    private static readonly string[] Passages = ["conception", "experimentation", "modelling", "scalingOut", "any"];
    private static readonly (string Kind, string Facet)[] Kinds =
    [
        ("performance", "publicActors"),
        ("innovation", "societal"),
        ("trust", "people"),
    ];
    private readonly List<(TestProject Project, Guid Id)> _alliances = [];
    private readonly List<(TestProject Project, Guid Id, DateOnly Since, (string, string) Kind)> _impacts = [];
    private readonly List<(TestProject Project, Guid Id)> _loans = [];
    private readonly List<(TestProject Project, Guid Loan, Guid Id, decimal Amount)> _repayments = [];

    /// <summary>Alliances of a project.</summary>
    public IReadOnlyList<Guid> AlliancesOf(Guid project) =>
        [.. _alliances.Where(a => a.Project.Id == project).Select(a => a.Id)];

    /// <summary>Does one thing.</summary>
    public Task DoAsync(Random random) =>
        random.Next(11) switch
        {
            10 => AccompanyAsync(random),
            0 => AgreeAsync(random),
            1 or 2 => AllyAsync(random, book.Any(random), null),
            3 when _alliances.Count > 0 && Any(_alliances, random) is var (project, id) => AllyAsync(
                random,
                project,
                id
            ),
            4 => LendAsync(random),
            5 when _loans.Count > 0 => RepayAsync(random),
            6 when _repayments.Count > 0 => TakeBackAsync(random),
            7 when _impacts.Count > 0 => ReadImpactAsync(random),
            8 => ImpactAsync(random),
            _ => RiskAsync(random),
        };

    private async Task AgreeAsync(Random random)
    {
        var (project, with) = (book.Any(random), Any(funds, random));
        var starts = book.Today.AddDays(-random.Next(1_200));
        var body = new
        {
            signedOn = Text(starts.AddDays(-random.Next(60))),
            startsOn = Text(starts),
            endsOn = Text(starts.AddDays(random.Next(300, 1_500))),
            objectives = Array.Empty<object>(),
            exitStrategy = random.Next(2) == 0 ? "Own income" : null,
        };
        var put = await api.Administrator.PutAsync($"{project.Path}/agreements/{with.Id}", body, "*");
        if (Accepted(put))
            book.Record("agreement", project.Id, put.Id("id"), Fields.Merge(body, new { portfolio = with.Id }));
    }

    private async Task AllyAsync(Random random, TestProject project, Guid? id)
    {
        var started = book.Today.AddDays(-random.Next(1, 900));
        DateOnly Within() => started.AddDays(random.Next(book.Today.DayNumber - started.DayNumber + 1));
        var body = new
        {
            name = Any(["Together", "Side by side"], random),
            form = Any(Forms, random),
            categories = Some(Categories, random).DefaultIfEmpty(Categories[0]),
            startedOn = Text(started),
            endedOn = random.Next(4) == 0 ? Text(Within()) : null,
            endsOn = random.Next(2) == 0 ? Text(started.AddDays(random.Next(500, 1_500))) : null,
            partners = Some(bodies.All, random)
                .Select(organisation =>
                {
                    var since = Within();
                    return new
                    {
                        organisationId = organisation,
                        since = Text(since),
                        until = random.Next(3) == 0 ? Text(since.AddDays(random.Next(400))) : null,
                        objectives = random.Next(5) > 0
                            ? new[] { new { axis = "internalMobilisation", text = "Staff" } }
                            : [],
                        gains = random.Next(5) > 0 ? new[] { new { kind = "image" } } : [],
                    };
                })
                .ToList(),
            commonGood = random.Next(3) > 0 ? new[] { new { dimension = "political", text = "All" } } : [],
        };
        var path = $"{project.Path}/alliances";
        var sent = id is null
            ? await api.Administrator.PostAsync(path, body)
            : await api.Administrator.PutAsync($"{path}/{id}", body, "*");
        if (!Accepted(sent))
            return;
        if (id is null)
            _alliances.Add((project, sent.Id("id")));
        book.Record("alliance", project.Id, sent.Id("id"), body);
    }

    // One in three times somebody says anew how an impact was foreseen.
    private async Task ImpactAsync(Random random)
    {
        var again = _impacts.Count > 0 && random.Next(3) == 0;
        var (project, id, since, kind) = again
            ? Any(_impacts, random)
            : (book.Any(random), Guid.Empty, book.Today.AddMonths(-random.Next(1, 200)), Any(Kinds, random));
        var body = new
        {
            kind = kind.Item1,
            facet = kind.Item2,
            foreseen = Any(["wanted", "expected", "surprise", "undesirable"], random),
            dimension = "social",
            level = "ecosystem",
            statement = Any(["People move", "People meet"], random),
            since = Text(since),
        };
        var path = $"{project.Path}/impacts";
        var sent = again
            ? await api.Administrator.PutAsync($"{path}/{id}", body, "*")
            : await api.Administrator.PostAsync(path, body);
        if (!Accepted(sent))
            return;
        if (!again)
            _impacts.Add((project, sent.Id("id"), since, kind));
        book.Record("impact", project.Id, sent.Id("id"), body);
    }

    private async Task ReadImpactAsync(Random random)
    {
        var (project, id, since, _) = Any(_impacts, random);
        var on = since.AddDays(random.Next(book.Today.DayNumber - since.DayNumber + 1));
        var read = await api.Administrator.PostAsync(
            $"{project.Path}/impacts/{id}/readings",
            new
            {
                on = Text(on),
                outcome = "partly",
                note = "Seen",
            }
        );
        if (Accepted(read))
            book.Record("impactReading", project.Id, read.Id("id"), new { on = Text(on), impact = id });
    }

    private async Task RiskAsync(Random random)
    {
        var project = book.Any(random);
        var body = new
        {
            risks = Enumerable
                .Range(0, random.Next(4))
                .Select(_ => new
                {
                    code = "drift",
                    passage = Any(Passages, random),
                    likelihood = random.Next(1, 4),
                    severity = random.Next(1, 4),
                    answer = random.Next(2) == 0 ? "Known" : null,
                    closedOn = random.Next(3) == 0 ? Text(book.Today.AddDays(-random.Next(300))) : null,
                })
                .ToList(),
        };
        if (Accepted(await api.Administrator.PutAsync($"{project.Path}/risks", body, "*")))
            book.Record("risks", project.Id, project.Id, body);
    }

    private async Task LendAsync(Random random)
    {
        var project = book.Any(random);
        var lent = await project.TryCommitAsync(
            random.Next(1, 5_000),
            on: Text(book.Today.AddDays(-random.Next(300))),
            more: new { instrument = Any(["loan", "equity"], random) }
        );
        if (Accepted(lent))
            _loans.Add((project, lent.Id("id")));
    }

    private async Task AccompanyAsync(Random random)
    {
        var (project, hours) = (book.Any(random), random.Next(1, 100));
        object By() => new { organisationId = Any(bodies.All, random), kind = Any(["external", "peer"], random) };
        var on = book.Today.AddDays(-random.Next(200));
        var agreed = await project.TryCommitAsync(
            random.Next(1_000, 5_000),
            lever: "expertiseAndNetworks",
            on: Text(on),
            more: new
            {
                nature = "skills",
                hours,
                provider = By(),
            }
        );
        if (!Accepted(agreed) || random.Next(3) == 0)
            return;
        Accepted(
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments/{agreed.Id("id")}/deliveries",
                new
                {
                    amount = project.Money(random.Next(1, 1_000)),
                    deliveredOn = Text(on.AddDays(random.Next(book.Today.DayNumber - on.DayNumber + 1))),
                    hours = random.Next(1, hours + 1),
                    provider = random.Next(2) == 0 ? By() : null,
                }
            )
        );
    }

    private async Task RepayAsync(Random random)
    {
        var (project, loan) = Any(_loans, random);
        var (on, amount) = (book.Today.AddDays(-random.Next(400)), random.Next(1, 100_000) / 100m);
        var paid = await api.Administrator.PostAsync(
            $"{project.Path}/commitments/{loan}/repayments",
            new { amount = project.Money(amount), repaidOn = Text(on) }
        );
        if (!Accepted(paid))
            return;
        _repayments.Add((project, loan, paid.Id("id"), amount));
        book.Record("repayment", project.Id, loan, new { amount, on = Text(on) });
    }

    private async Task TakeBackAsync(Random random)
    {
        var taken = Any(_repayments, random);
        var reversal = await api.Administrator.PostAsync(
            $"{taken.Project.Path}/commitments/{taken.Loan}/repayments/{taken.Id}/reversal",
            new { reason = "Booked twice", reversedOn = Text(book.Today) }
        );
        if (!Accepted(reversal))
            return;
        _repayments.Remove(taken);
        book.Record("repayment", taken.Project.Id, taken.Loan, new { amount = -taken.Amount, on = Text(book.Today) });
    }
}
