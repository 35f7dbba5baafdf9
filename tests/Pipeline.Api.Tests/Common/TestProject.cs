using System.Text.Json.Nodes;

namespace Pipeline.Api.Tests.Common;

/// <summary>A project, and the usual things that are done to it, by the administrator unless somebody else is named.</summary>
public sealed class TestProject(Fund fund, Guid id, string code)
{
    public Guid Id => id;

    public string Code => code;

    public Fund Fund => fund;

    public string Path => $"projects/{id}";

    private Client Administrator => fund.Api.Administrator;

    public async Task<Reply> GetAsync() => (await Administrator.GetAsync(Path)).ShouldBe(200);

    public async Task<string> ETagAsync() => (await GetAsync()).ETag!;

    public async Task<Client> OwnerAsync()
    {
        var owner = await fund.Api.NewUserAsync("The owner");
        (await Administrator.PutAsync($"{Path}/members/{owner.UserId}", null)).ShouldBe(200);
        return owner;
    }

    /// <summary>What the gate to the next phase says of a criterion now.</summary>
    public async Task<JsonNode> CriterionAsync(string code) =>
        (await Administrator.GetAsync($"{Path}/transitions/available"))
            .ShouldBe(200)
            .Items()
            .Single(t => t["trigger"]!.GetValue<string>() == "advance")["criteria"]!
            .AsArray()
            .Single(c => c!["code"]!.GetValue<string>() == code)!;

    /// <summary>Whether the gate to the next phase has a criterion met.</summary>
    public async Task<bool> MeetsAsync(string code) => (await CriterionAsync(code))["met"]!.GetValue<bool>();

    /// <summary>Reports a move with the project's version of this moment.</summary>
    public async Task<Reply> ReportAsync(
        string trigger,
        string on,
        string? reason = null,
        object[]? waivers = null,
        object? takeOver = null,
        Client? by = null
    ) =>
        await (by ?? Administrator).PostAsync(
            $"{Path}/transitions",
            new
            {
                trigger,
                effectiveOn = on,
                reason,
                waivers = waivers ?? [],
                takeOver,
            },
            await ETagAsync()
        );

    public async Task<Reply> DecideAsync(
        Client by,
        Guid transition,
        string decision,
        string? reason = null,
        object[]? waivers = null
    ) =>
        await by.PostAsync(
            $"{Path}/transitions/{transition}/decision",
            new
            {
                decision,
                reason,
                waivers = waivers ?? [],
            },
            await ETagAsync()
        );

    /// <summary>Describes need, hypothesis, and what is given besides.</summary>
    public async Task<Reply> DescribeAsync(
        bool modelled = false,
        object? takeOver = null,
        Client? by = null,
        string? name = null
    )
    {
        var model = modelled
            ? new
            {
                valueProposition = "Mobility advice",
                valueChain = "Platforms",
                economicModel = "Shared",
                positioning = "Beside transport",
                actorRoles = "The town advises, the garages repair",
                governance = "Association",
                technicalFramework = "Law 1901",
            }
            : null;
        return (
            await (by ?? Administrator).PutAsync(
                Path,
                new
                {
                    name = name ?? $"Project {code}",
                    need = new { problem = "No way to work without a car", beneficiaries = "People looking for work" },
                    solutionHypotheses = new[] { "Sharing cars" },
                    model,
                    socioEconomicModel = modelled ? "operator" : "researchAndDevelopment",
                    sdgs = new[] { 8 },
                    domains = Array.Empty<string>(),
                    takeOver,
                },
                await ETagAsync()
            )
        ).ShouldBe(200);
    }

    public async Task<Reply> TerritoriesAsync(params string[] names) =>
        (
            await Administrator.PutAsync(
                $"{Path}/territories",
                names.Select(name => new
                {
                    name,
                    level = "local",
                    region = "ileDeFrance",
                    since = "2015-01-01",
                }),
                await ETagAsync()
            )
        ).ShouldBe(200);

    public async Task<Guid> CommitAsync(
        decimal amount,
        string phase = "experimentation",
        string lever = "funding",
        string on = "2015-02-01",
        Client? by = null
    ) => (await TryCommitAsync(amount, phase, lever, on, by)).ShouldBe(201).Id("id");

    /// <summary>A commitment that is paid back.</summary>
    public async Task<Guid> LendAsync(decimal amount, string on = "2015-02-01") =>
        (await TryCommitAsync(amount, on: on, more: new { instrument = "loan" })).ShouldBe(201).Id("id");

    public Task<Reply> TryCommitAsync(
        decimal amount,
        string phase = "experimentation",
        string lever = "funding",
        string on = "2015-02-01",
        Client? by = null,
        object? more = null
    ) =>
        (by ?? Administrator).PostAsync(
            $"{Path}/commitments",
            Fields.Merge(
                new
                {
                    portfolioId = fund.Id,
                    funderOrganisationId = fund.OrganisationId,
                    lever,
                    phase,
                    nature = "cash",
                    amount = Money(amount),
                    agreedOn = on,
                },
                more
            )
        );

    public Task<Reply> DeliverAsync(Guid commitment, decimal amount, string on = "2015-03-01", Client? by = null) =>
        (by ?? Administrator).PostAsync(
            $"{Path}/commitments/{commitment}/deliveries",
            new { amount = Money(amount), deliveredOn = on }
        );

    public Task<Reply> ReverseAsync(Guid commitment, Guid delivery, string on = "2015-04-01") =>
        Administrator.PostAsync(
            $"{Path}/commitments/{commitment}/deliveries/{delivery}/reversal",
            new { reason = "Paid twice", reversedOn = on }
        );

    public async Task<Reply> PlanAsync(params (string Phase, string Lever, decimal Amount)[] lines) =>
        await Administrator.PutAsync(
            $"{Path}/plan",
            new
            {
                lines = lines.Select(l => new
                {
                    phase = l.Phase,
                    lever = l.Lever,
                    amount = Money(l.Amount),
                }),
            },
            await ETagAsync()
        );

    public async Task EvaluateAsync(
        string phase,
        string form,
        string maturity,
        string on,
        Client? by = null,
        Guid? alliance = null
    ) =>
        (
            await (by ?? Administrator).PostAsync(
                $"{Path}/evaluations",
                new
                {
                    phase,
                    form,
                    maturity,
                    carriedOutOn = on,
                    evaluator = "University of Nanterre",
                    participants = new[] { "beneficiaries" },
                    findings = "It works",
                    verdict = "favourable",
                    allianceId = alliance,
                }
            )
        ).ShouldBe(201);

    /// <summary>Everything that the gate out of conception asks for.</summary>
    public async Task MeetFirstGateAsync()
    {
        await DescribeAsync();
        await TerritoriesAsync("Nanterre");
        await CommitAsync(10_000);
    }

    public object Money(decimal amount) => new { amount, currency = fund.Currency };
}
