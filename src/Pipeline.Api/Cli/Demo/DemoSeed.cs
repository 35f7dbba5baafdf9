using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Closings;
using Pipeline.Application.Common;
using Pipeline.Application.Evaluations;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Organisations;
using Pipeline.Application.Portfolios;
using Pipeline.Application.Projects;
using Pipeline.Application.Transitions;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;

namespace Pipeline.Api.Cli.Demo;

/// <summary>Fills an empty database with the demonstration, through the product's own commands and in one transaction: whole, or not at all.</summary>
internal static class DemoSeed
{
    private const string Code = "DEMO",
        Currency = "EUR";

    /// <summary>0 when the demonstration is there afterwards, 1 with a sentence when the database holds something else.</summary>
    public static async Task<int> RunAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<IPipelineDb>();
        if (await db.Portfolios.AnyAsync(p => p.Code == Code))
        {
            Console.WriteLine("The demonstration is there already: nothing changed.");
            return 0;
        }
        if (await db.Portfolios.AnyAsync() || await db.Projects.AnyAsync())
        {
            await Console.Error.WriteLineAsync(
                "The database is not empty: the demonstration is not added to real data."
            );
            return 1;
        }
        // What seals it may write by a connection of its own, which the transaction would keep waiting.
        using (await services.GetRequiredService<ClosingSigner>().OpenAsync(CancellationToken.None)) { }
        var seed = new Seeder(services);
        var count = await db.InTransactionAsync(seed.RunAsync, CancellationToken.None);
        Console.WriteLine($"Demonstration: portfolio {Code} with {Counted.Of(count, "project")}.");
        return 0;
    }

    /// <summary>What a newcomer needs: the address, the logins, three lines to try. Says nothing where there is no demonstration.</summary>
    public static async Task PrintGuideAsync(IServiceProvider services, string address)
    {
        var id = await services
            .GetRequiredService<IPipelineDb>()
            .Portfolios.Where(p => p.Code == Code)
            .Select(p => (Guid?)p.Id)
            .FirstOrDefaultAsync();
        if (id is null)
            return;
        var api = $"{address}/api/v1";
        Console.WriteLine(
            $$"""

            Pipeline serves at {{address}}; browse the API at {{address}}/docs
            Demonstration logins, all with the password '{{DemoPeople.Password}}' (for demonstration only, never on a network):
            {{string.Join('\n', DemoPeople.Logins.Select(l => $"  {l.Email, -30} {l.Is}"))}}
            Three lines to try:
              TOKEN=$(curl -s {{api}}/auth/login -H 'Content-Type: application/json' -d '{"email":"manager@demo.pipeline","password":"{{DemoPeople.Password}}"}' | sed 's/.*"accessToken":"\([^"]*\)".*/\1/')
              curl -s {{api}}/portfolios/{{id}}/dashboard -H "Authorization: Bearer $TOKEN"
              curl -s {{api}}/portfolios/{{id}}/report.xlsx -H "Authorization: Bearer $TOKEN" -o demo.xlsx

            """
        );
    }

    private sealed class Seeder(IServiceProvider services)
    {
        private readonly IMediator _mediator = services.GetRequiredService<IMediator>();
        private readonly NamedCaller _caller = services.GetRequiredService<NamedCaller>();
        private readonly DateOnly _today = services.GetRequiredService<TimeProvider>().GetUtcNow().Today();
        private readonly Dictionary<string, Guid> _organisations = [];
        private readonly List<Guid> _reporting = [];
        private readonly Dictionary<string, Guid> _projects = [];
        private readonly HashSet<(Guid Project, DemoEvaluation Evaluation)> _evaluated = [];

        public async Task<int> RunAsync()
        {
            _caller.ActAs(Operator.Id);
            var people = await DemoPeople.CreateAsync(services.GetRequiredService<IUserDirectory>());
            var portfolio = await _mediator.Send(
                new CreatePortfolio(
                    new(
                        Code,
                        "Demonstration portfolio",
                        await OrganisationAsync("Demonstration fund", ActorProfile.Investor),
                        Currency,
                        new()
                        {
                            Schedule = new(6, DemoProgress.PeriodOf(_today), DueAfterDays: DemoProgress.DueAfterDays),
                        }
                    )
                )
            );
            foreach (var (user, role) in people.Members)
                await _mediator.Send(new SetMember(portfolio.Id, user, null, new(role)));

            var projects = DemoStory.Projects(_today);
            foreach (var project in projects)
                await AddAsync(project, portfolio.Id, people);
            await ReportAsync(people);
            _caller.ActAs(people.Manager);
            await new DemoProgramme(_mediator, OrganisationAsync, _today).AddAsync(portfolio.Id, _projects["DEMO-02"]);
            _caller.ActAs(Operator.Id);
            await DemoObservatory.AddAsync(_mediator);
            await CloseAsync(portfolio.Id, people);
            return projects.Count;
        }

        // A closed quarter, and what came late.
        private async Task CloseAsync(Guid portfolioId, DemoPeople people)
        {
            var closing = new DemoClosing(_mediator, _today);
            _caller.ActAs(people.Finance);
            await closing.CloseAsync(portfolioId);
            await closing.DeliverLateAsync(_projects["DEMO-05"]);
            await closing.TakeBackLateAsync(_projects["DEMO-03"]);
            _caller.ActAs(people.Manager);
            await closing.PlanLateAsync(_projects["DEMO-05"]);
        }

        private async Task AddAsync(DemoProject p, Guid portfolioId, DemoPeople people)
        {
            _caller.ActAs(Operator.Id);
            var owner = await OrganisationAsync(p.Owner, ActorProfile.Association);
            var funders = new Dictionary<string, Guid>();
            foreach (var funder in p.Support.Select(s => s.Funder).Distinct())
                funders[funder] = await OrganisationAsync(funder, ActorProfile.Foundation);

            _caller.ActAs(people.Manager);
            var project = await _mediator.Send(
                new CreateProject(p.Code, p.Name, owner, portfolioId, p.StartedOn, p.Summary, p.Sdgs, p.Domains)
            );
            await _mediator.Send(new SetOwner(project.Id, people.Owner, null));
            _projects[p.Code] = project.Id;
            if (p.HasRecords)
                await new DemoRecords(_mediator, OrganisationAsync, _today).AddAsync(project.Id, portfolioId);
            if (p.Reports)
                _reporting.Add(project.Id);
            await _mediator.Send(
                new SetPlan(
                    project.Id,
                    null,
                    new(
                        [
                            .. p
                                .Support.Where(s => s.Planned > 0)
                                .GroupBy(s => (s.Phase, s.Lever))
                                .Select(g => new PlanLineBody(g.Key.Phase, g.Key.Lever, new(g.Sum(s => s.Planned)))),
                        ],
                        p.StartedOn
                    )
                )
            );

            _caller.ActAs(people.Owner);
            await DescribeAsync(project.Id, p);

            _caller.ActAs(people.Finance);
            foreach (var support in p.Support)
                await SupportAsync(project.Id, portfolioId, support, funders[support.Funder]);
            foreach (var move in p.Moves)
            {
                await EvaluateAsync(project.Id, p, people, until: move.On);
                await MoveAsync(project.Id, move, people);
            }
            await EvaluateAsync(project.Id, p, people, until: _today);
        }

        // Once projects stand where the story leaves them.
        private async Task ReportAsync(DemoPeople people)
        {
            var progress = new DemoProgress(_mediator, _today);
            for (var i = 0; i < _reporting.Count; i++)
            {
                _caller.ActAs(people.Owner);
                await progress.SubmitAsync(_reporting[i]);
                if (i > 0)
                    continue;
                _caller.ActAs(people.Manager);
                await progress.AcceptAsync(_reporting[i]);
            }
        }

        // An evaluation is of a phase that was reached, and the next gate asks for it: what the story tells of later phases has not come yet.
        private async Task EvaluateAsync(Guid projectId, DemoProject p, DemoPeople people, DateOnly until)
        {
            _caller.ActAs(people.Owner);
            var at = await _mediator.Send(new GetProject(projectId));
            foreach (var e in p.Evaluations.Where(e => e.Phase == at.Phase && _evaluated.Add((projectId, e))))
                await RecordAsync(projectId, e with { On = Between(at.PhaseSince, e.On, until) });
        }

        private static DateOnly Between(DateOnly first, DateOnly on, DateOnly last) =>
            on < first ? first
            : on > last ? last
            : on;

        private async Task RecordAsync(Guid projectId, DemoEvaluation e) =>
            await _mediator.Send(
                new RecordEvaluation(
                    projectId,
                    new(
                        e.Phase,
                        e.Form,
                        e.Maturity,
                        e.On,
                        e.Evaluator,
                        e.By,
                        e.Findings,
                        e.Verdict,
                        null,
                        [.. e.Indicators.Select(i => new IndicatorDto(i.Name, i.Unit, Value: i.Value))]
                    )
                )
            );

        private async Task DescribeAsync(Guid id, DemoProject p)
        {
            var model = p.Modelled
                ? new ModelDto(
                    "What people get, in one page",
                    "Who does what, step by step",
                    "Who pays for what, in the long run",
                    "Beside what exists",
                    "Who plays which part in the chain",
                    "Who decides",
                    "Association with a cooperative for the activity"
                )
                : null;
            await _mediator.Send(
                new UpdateProject(
                    id,
                    null,
                    new(
                        p.Name,
                        p.Modelled ? SocioEconomicModel.Operator : SocioEconomicModel.ResearchAndDevelopment,
                        p.Sdgs,
                        p.Domains,
                        p.Summary,
                        new(p.Problem, p.Beneficiaries),
                        p.Hypotheses,
                        model,
                        p.TakeOver is { } kind ? new(kind, null, p.TakeOverName) : null
                    )
                )
            );
            await _mediator.Send(
                new SetTerritories(
                    id,
                    null,
                    [
                        .. p.Places.Select(place => new TerritoryBody(
                            place.Name,
                            TerritorialLevel.Local,
                            place.Region,
                            null,
                            place.Since,
                            place.Deploys ? TerritoryRole.Deployment : TerritoryRole.Both,
                            place.AdaptedBy
                        )),
                    ]
                )
            );
            await _mediator.Send(
                new SetStakeholders(
                    id,
                    null,
                    [.. p.Stakeholders.Select(s => new StakeholderBody(s.Kind, s.Level, s.Name))]
                )
            );
        }

        private async Task SupportAsync(Guid projectId, Guid portfolioId, DemoSupport s, Guid funder)
        {
            if (s.Committed == 0)
                return;
            var commitment = await _mediator.Send(
                new AgreeCommitment(
                    projectId,
                    new(
                        portfolioId,
                        funder,
                        s.Lever,
                        s.Phase,
                        s.Nature,
                        new(s.Committed, Currency),
                        s.AgreedOn,
                        s.AgreedOn,
                        s.EndsOn,
                        s.Hours,
                        $"Demonstration {s.AgreedOn.Year}"
                    )
                )
            );
            if (s.Delivered > 0)
            {
                var first = await DeliverAsync(s.Delivered / 2);
                await DeliverAsync(s.Delivered - s.Delivered / 2);
                if (s.Reversed)
                    await _mediator.Send(
                        new ReverseDelivery(projectId, commitment.Id, first, new("Paid to the wrong account", Later(4)))
                    );
            }
            if (s.Cancelled)
                await _mediator.Send(
                    new CancelCommitment(projectId, commitment.Id, new("The funder has left the field", Later(5)))
                );

            async Task<Guid> DeliverAsync(int amount) =>
                (
                    await _mediator.Send(
                        new RecordDelivery(projectId, commitment.Id, new(new(amount, Currency), Later(2)))
                    )
                ).Id;

            DateOnly Later(int months) => s.AgreedOn.AddMonths(months) is var later && later < _today ? later : _today;
        }

        private async Task MoveAsync(Guid projectId, DemoMove move, DemoPeople people)
        {
            _caller.ActAs(people.Owner);
            var report = await _mediator.Send(
                new ReportTransition(
                    projectId,
                    null,
                    new(
                        move.Trigger,
                        move.On,
                        $"Reported for the demonstration: {Labels.Of(move.Trigger).En}.",
                        move.Reason,
                        Waivers: [.. move.Waivers.Select(w => new WaiverDto(w.Criterion, w.Reason))]
                    )
                )
            );
            if (report.Status != TransitionStatus.Pending || move.Answer is not { } answer)
                return;
            _caller.ActAs(people.Manager);
            var reason =
                answer == DecisionKind.Approve
                    ? null
                    : "Too early: the streets of the pilot are not agreed with the town yet.";
            await _mediator.Send(new DecideTransition(projectId, report.Id, null, new(answer, reason)));
        }

        private async Task<Guid> OrganisationAsync(string name, ActorProfile profile)
        {
            if (_organisations.TryGetValue(name, out var id))
                return id;
            return _organisations[name] = (
                await _mediator.Send(new CreateOrganisation(new(name, profile, Country: "FR")))
            ).Id;
        }
    }
}
