using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects.Events;
using Pipeline.Domain.Reference;

namespace Pipeline.Domain.Projects;

/// <summary>
/// A social-innovation project on its way through the five phases. The one concurrency boundary of all that decides its moves:
/// saving a fact that a gate looks at raises <see cref="AggregateRoot.Version"/> here (docs/adr/0005).
/// </summary>
public sealed partial class Project : AggregateRoot, IRecorded, IVoidable
{
    private readonly List<Territory> _territories = [];
    private readonly List<Stakeholder> _stakeholders = [];
    private readonly List<ProjectTag> _tags = [];
    private readonly List<Holding> _holdings = [];
    private readonly List<ProjectOwner> _owners = [];
    private readonly List<HoldingEnd> _holdingEnds = [];

    private Project() { }

    /// <summary>A new project: active, in conception, led by one portfolio.</summary>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>, <c>date_in_future</c>.</exception>
    public Project(
        string code,
        string name,
        string? summary,
        Guid ownerOrganisationId,
        Guid portfolioId,
        DateOnly startedOn,
        DateTimeOffset now
    )
    {
        Id = Guid.CreateVersion7(now);
        Code = Guard.Required(code, "code", Limits.Code);
        StartedOn = Guard.Day(Guard.NotInFuture(startedOn, now, "startedOn"), "startedOn");
        OwnerOrganisationId = ownerOrganisationId;
        RecordedAt = now;
        Rename(name, summary);
        LeadPortfolioId = portfolioId;
        _holdings.Add(new Holding(Guid.CreateVersion7(now), Id, portfolioId, HoldingKind.Lead, fromOn: null, now));
        (Phase, Standing, PhaseSince) = (Phase.Conception, Standing.Active, startedOn);
        RaiseHere(new ProjectCreated(now));
    }

    /// <summary>Unique within the lead portfolio, never changed.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Shown to people.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it is about.</summary>
    public string? Summary { get; private set; }

    /// <summary>Name folded, for order: see <see cref="Folded"/>.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>Code, name and summary folded, for search.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The association or enterprise that carries it.</summary>
    public Guid OwnerOrganisationId { get; private set; }

    /// <summary>The portfolio whose policy and managers decide.</summary>
    public Guid LeadPortfolioId { get; private set; }

    /// <summary>The day conception began.</summary>
    public DateOnly StartedOn { get; private set; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>Current phase.</summary>
    public Phase Phase { get; private set; }

    /// <summary>Current standing.</summary>
    public Standing Standing { get; private set; }

    /// <summary>The day the current phase was entered.</summary>
    public DateOnly PhaseSince { get; private set; }

    /// <summary>The need and who has it.</summary>
    public Need Need { get; private set; } = Need.Unknown;

    /// <summary>Ideas of solutions.</summary>
    public IReadOnlyList<string> SolutionHypotheses { get; private set; } = [];

    /// <summary>The model, chapter by chapter.</summary>
    public Model Model { get; private set; } = Model.Unwritten;

    /// <summary>The target socio-economic model; R&amp;D until somebody decides otherwise.</summary>
    public SocioEconomicModel SocioEconomicModel { get; private set; } = SocioEconomicModel.ResearchAndDevelopment;

    /// <summary>Who could carry it further, or did.</summary>
    public TakeOver? TakeOver { get; private set; }

    /// <summary>Where it acts.</summary>
    public IReadOnlyCollection<Territory> Territories => _territories;

    /// <summary>Who is mobilised.</summary>
    public IReadOnlyCollection<Stakeholder> Stakeholders => _stakeholders;

    /// <summary>Its SDGs, domains and regions, as they hold now.</summary>
    public IEnumerable<ProjectTag> Tags => _tags.Where(t => t.EndedAt is null);

    /// <summary>The portfolios that hold it now.</summary>
    public IEnumerable<Holding> Holdings => _holdings.Where(h => h.EndedAt is null);

    /// <summary>People who describe it and report its transitions.</summary>
    public IReadOnlyCollection<ProjectOwner> Owners => _owners;

    /// <summary>Where it is.</summary>
    public State State => new(Phase, Standing);

    /// <summary>Replaces the whole description.</summary>
    /// <returns>Whether anything differed; if not, the version stays.</returns>
    /// <exception cref="InvalidValueException">Any part is over its limit, or names an unknown SDG or domain, or one twice.</exception>
    public bool Describe(ProjectDescription description, DateTimeOffset now)
    {
        var (before, hypotheses) = (Snapshot(), SolutionHypotheses);
        Rename(description.Name, description.Summary);
        Need = description.Need.Checked();
        Model = description.Model.Checked();
        SolutionHypotheses =
        [
            .. Guard
                .List(description.SolutionHypotheses, "solutionHypotheses")
                .Select((text, i) => Guard.Required(text, $"solutionHypotheses[{i}]", Limits.Paragraph)),
        ];
        SocioEconomicModel = description.SocioEconomicModel;
        TakeOver = description.TakeOver?.Checked();
        var retagged =
            Retag(TagDimension.Sdg, CheckedSdgs(description.Sdgs), now)
            | Retag(TagDimension.Domain, CheckedDomains(description.Domains), now);
        var changed = retagged || before != Snapshot() || !hypotheses.SequenceEqual(SolutionHypotheses);
        if (changed)
            Touch();
        return changed;
    }

    /// <summary>Moves the beginning.</summary>
    /// <param name="facts">What is recorded of the project beside its transitions.</param>
    /// <returns>Whether it differed.</returns>
    /// <exception cref="RefusedException"><c>start_contradicted</c>, with everything that is older.</exception>
    /// <exception cref="InvalidValueException"><c>date_in_future</c>, <c>out_of_range</c>.</exception>
    public bool BeginOn(DateOnly startedOn, IReadOnlyList<DatedFact> facts, DateTimeOffset now)
    {
        if (startedOn == StartedOn)
            return false;
        Guard.Day(Guard.NotInFuture(startedOn, now, "startedOn"), "startedOn");
        if (History.FirstOrDefault() is { Trigger: not Trigger.Advance })
            throw ProjectRefusals.StartCounted.At("startedOn");
        IReadOnlyList<DatedFact> moves =
        [
            .. _transitions
                .Where(t => t.Effect is not null || t.IsPending)
                .Select(t => new DatedFact(new("a transition", "un passage"), t.EffectiveOn))
                .OrderBy(t => t.On)
                .Take(1),
        ];
        var older = moves
            .Concat(facts)
            .Where(f => f.On < startedOn)
            .OrderBy(f => f.On)
            .Select(f => ProjectRefusals.StartContradicted.With(startedOn, f.What, f.On))
            .ToList();
        if (older.Count > 0)
            throw older[0].Exception([.. older.Select(o => o.On("startedOn"))]);
        StartedOn = startedOn;
        if (!History.Any())
            PhaseSince = startedOn;
        Touch();
        return true;
    }

    /// <summary>Takes over what the funder's own file says: name, summary and who carries it.</summary>
    /// <returns>Whether anything differed; if not, the version stays.</returns>
    public bool Restate(string name, string? summary, Guid ownerOrganisationId)
    {
        var before = (Name, Summary, OwnerOrganisationId);
        Rename(name, summary);
        OwnerOrganisationId = ownerOrganisationId;
        var changed = before != (Name, Summary, OwnerOrganisationId);
        if (changed)
            Touch();
        return changed;
    }

    /// <summary>Classifies a new project; later changes come with <see cref="Describe"/>.</summary>
    public void Classify(IReadOnlyList<int> sdgs, IReadOnlyList<string> domains, DateTimeOffset now)
    {
        Retag(TagDimension.Sdg, CheckedSdgs(sdgs), now);
        Retag(TagDimension.Domain, CheckedDomains(domains), now);
    }

    /// <summary>Replaces the list of territories; their regions, levels and sizes become the project's tags.</summary>
    /// <exception cref="InvalidValueException"><c>duplicate</c>, <c>unknown_code</c>, <c>required</c>, <c>too_long</c>, <c>too_many</c>.</exception>
    public void SetTerritories(IReadOnlyList<TerritoryDescription> territories, DateTimeOffset now)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var checkedOnes = Guard
            .List(territories, "territories")
            .Select(
                (t, i) =>
                {
                    var name = Guard.Required(t.Name, $"[{i}].name", Limits.Name);
                    if (!names.Add(Folded.Of(name)))
                        throw CommonRefusals.Duplicate.With(name).At($"[{i}].name");
                    if (t.Region is not null)
                        Guard.KnownCode(t.Region, $"[{i}].region", Regions.All.Select(r => r.Code));
                    if (t is { Since: { } since, ClosedOn: { } closed })
                        Guard.NotBefore(closed, since, $"[{i}].closedOn", LifecycleRefusals.ClosedBeforeSince);
                    return t with
                    {
                        Name = name,
                        Since = Guard.Day(t.Since, $"[{i}].since"),
                        Adaptation = Guard.Optional(t.Adaptation, $"[{i}].adaptation", Limits.Pages),
                        ClosedOn = Guard.Day(t.ClosedOn, $"[{i}].closedOn"),
                    };
                }
            )
            .ToList();

        _territories.Clear();
        _territories.AddRange(checkedOnes.Select((t, i) => new Territory(Guid.CreateVersion7(now), i, t)));
        Retag(TagDimension.Region, [.. checkedOnes.Select(t => t.Region).OfType<string>().Distinct()], now);
        Retag(TagDimension.Level, [.. checkedOnes.Select(t => Codes.Of(t.Level)).Distinct()], now);
        Retag(
            TagDimension.SizeSegment,
            [.. checkedOnes.Select(t => t.SizeSegment).OfType<SizeSegment>().Select(s => Codes.Of(s)).Distinct()],
            now
        );
        Touch();
    }

    /// <summary>Replaces the list of stakeholders.</summary>
    /// <exception cref="InvalidValueException"><c>out_of_range</c>, <c>too_long</c>, <c>too_many</c>.</exception>
    public void SetStakeholders(IReadOnlyList<StakeholderDescription> stakeholders, DateTimeOffset now)
    {
        var checkedOnes = Guard
            .List(stakeholders, "stakeholders")
            .Select(
                (s, i) =>
                    s.Level is >= 0 and <= 3
                        ? s with
                        {
                            Name = Guard.Optional(s.Name, $"[{i}].name", Limits.Name),
                        }
                        : throw ProjectRefusals.LevelOutOfRange.With(s.Level).At($"[{i}].level")
            )
            .ToList();
        _stakeholders.Clear();
        _stakeholders.AddRange(checkedOnes.Select((s, i) => new Stakeholder(Guid.CreateVersion7(now), i, s)));
        Touch();
    }

    /// <summary>
    /// Puts the project into a portfolio, or changes how it is held. A new lead makes the former one a co-funder. A portfolio's first holding goes back as
    /// far as the project does; what changes it counts from today.
    /// </summary>
    public void HoldIn(Guid portfolioId, HoldingKind kind, DateTimeOffset now)
    {
        var current = Holdings.FirstOrDefault(h => h.PortfolioId == portfolioId);
        if (current?.Kind == kind)
            return;
        if (current?.Kind == HoldingKind.Lead)
            throw ProjectRefusals.LeadHoldingRequired.Exception();
        if (kind == HoldingKind.Lead)
        {
            var lead = Holdings.Single(h => h.Kind == HoldingKind.Lead);
            Rehold(lead, lead.PortfolioId, HoldingKind.CoFunder, now);
            LeadPortfolioId = portfolioId;
            // Until today it did not lead: it takes part first, like one that had been a co-funder before.
            current ??= Rehold(null, portfolioId, HoldingKind.CoFunder, now);
        }
        Rehold(current, portfolioId, kind, now);
        Touch();
    }

    /// <summary>Undoes a co-funding of today: it never was.</summary>
    /// <param name="hasMoney">The portfolio has commitments to the project.</param>
    /// <returns>Whether it was held there.</returns>
    /// <exception cref="RefusedException"><c>lead_holding_required</c>: the lead cannot let go, another one has to take over. <c>holding_to_be_ended</c>.</exception>
    public bool ReleaseFrom(Guid portfolioId, bool hasMoney, DateTimeOffset now)
    {
        if (Holdings.FirstOrDefault(h => h.PortfolioId == portfolioId) is not { } holding)
            return false;
        if (holding.Kind == HoldingKind.Lead)
            throw ProjectRefusals.LeadHoldingRequired.Exception();
        if (hasMoney || holding.RecordedAt.Today() != now.Today())
            throw ProjectRefusals.HoldingToBeEnded.Exception();
        holding.EndedAt = now;
        Touch();
        return true;
    }

    /// <summary>Ends a co-funding by a day.</summary>
    /// <param name="lastAgreed">The day of the portfolio's last commitment to the project; null for none. Its money is not left without it.</param>
    /// <returns>The end; null where the portfolio does not hold the project.</returns>
    /// <exception cref="RefusedException"><c>lead_holding_required</c>.</exception>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>date_in_future</c>, <c>ended_before_holding</c>, <c>ended_before_commitment</c>.</exception>
    public HoldingEnd? EndHolding(
        Guid portfolioId,
        DateOnly endedOn,
        string? reason,
        DateOnly? lastAgreed,
        Guid recordedBy,
        DateTimeOffset now
    )
    {
        if (Holdings.FirstOrDefault(h => h.PortfolioId == portfolioId) is not { } holding)
            return null;
        if (holding.Kind == HoldingKind.Lead)
            throw ProjectRefusals.LeadHoldingRequired.Exception();
        var why = Guard.Required(reason, "reason", Limits.Paragraph);
        Guard.NotInFuture(endedOn, now, "endedOn");
        Guard.NotBefore(endedOn, holding.FromOn ?? StartedOn, "endedOn", ProjectRefusals.EndedBeforeHolding);
        if (lastAgreed is { } agreed)
            Guard.NotBefore(endedOn, agreed, "endedOn", ProjectRefusals.EndedBeforeCommitment);
        (holding.EndedOn, holding.EndedAt) = (endedOn, now);
        var end = new HoldingEnd(holding, endedOn, why, recordedBy, now);
        _holdingEnds.Add(end);
        Touch();
        return end;
    }

    /// <summary>Makes somebody an owner.</summary>
    public void AddOwner(Guid userId, DateTimeOffset now)
    {
        if (_owners.Exists(o => o.UserId == userId))
            return;
        _owners.Add(new ProjectOwner(Id, userId));
        Raise(new MemberAdded(now, userId, "owner") { ProjectId = Id, PortfolioId = LeadPortfolioId });
        Touch();
    }

    /// <summary>Ends somebody's ownership.</summary>
    /// <returns>Whether there was one.</returns>
    public bool RemoveOwner(Guid userId)
    {
        var removed = _owners.RemoveAll(o => o.UserId == userId) > 0;
        if (removed)
            Touch();
        return removed;
    }

    /// <summary>
    /// A plan, a commitment, a delivery or an evaluation was written: facts that gates look at. Saving says so by itself; only a writer that goes around
    /// it has to.
    /// </summary>
    public void FactsChanged() => Touch();

    // Its lead portfolio is the one in which it happens.
    private void RaiseHere(DomainEvent happened) =>
        Raise(happened with { ProjectId = Id, PortfolioId = LeadPortfolioId });

    private void Rename(string name, string? summary)
    {
        Name = Guard.Required(name, "name", Limits.Name);
        Summary = Guard.Optional(summary, "summary", Limits.Pages);
        NameKey = Folded.Of(Name);
        SearchText = Folded.Of($"{Code}\n{Name}\n{Summary}");
    }

    private (string, string?, Need, Model, SocioEconomicModel, TakeOver?) Snapshot() =>
        (Name, Summary, Need, Model, SocioEconomicModel, TakeOver);

    private bool Retag(TagDimension dimension, IReadOnlyList<string> codes, DateTimeOffset now)
    {
        var current = Tags.Where(t => t.Dimension == dimension).OrderBy(t => t.Position).ToList();
        if (current.Select(t => t.Code).SequenceEqual(codes))
            return false;
        foreach (var tag in current)
            tag.EndedAt = now;
        _tags.AddRange(
            codes.Select(
                (code, i) => new ProjectTag(Guid.CreateVersion7(now), Id, dimension, code, i, codes.Count, now)
            )
        );
        return true;
    }

    private Holding Rehold(Holding? current, Guid portfolioId, HoldingKind kind, DateTimeOffset now)
    {
        if (current is not null)
            (current.EndedOn, current.EndedAt) = (now.Today(), now);
        var before = _holdings.Exists(h => h.PortfolioId == portfolioId && h.EndedOn is not null);
        var next = new Holding(Guid.CreateVersion7(now), Id, portfolioId, kind, before ? now.Today() : null, now);
        _holdings.Add(next);
        return next;
    }

    private static IReadOnlyList<string> CheckedSdgs(IReadOnlyList<int> sdgs) =>
        Distinct(
            "sdgs",
            [
                .. sdgs.Select(
                    (n, i) =>
                        n is >= 1 and <= 17
                            ? n.ToString(System.Globalization.CultureInfo.InvariantCulture)
                            : throw ProjectRefusals.SdgOutOfRange.With(n).At($"sdgs[{i}]")
                ),
            ]
        );

    private static IReadOnlyList<string> CheckedDomains(IReadOnlyList<string> domains) =>
        Distinct(
            "domains",
            [
                .. domains.Select(
                    (code, i) => Guard.KnownCode(code, $"domains[{i}]", Reference.Domains.All.Select(d => d.Code))
                ),
            ]
        );

    private static IReadOnlyList<string> Distinct(string field, IReadOnlyList<string> codes)
    {
        Guard.Once(codes, field);
        return codes;
    }
}
