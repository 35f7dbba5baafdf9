using System.Globalization;
using System.Linq.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Projects;

/// <summary>The projects that the caller can see, filtered and ordered.</summary>
public sealed record ListProjects(ProjectFilter Filter, PageOf Page) : IQuery<Paged<ProjectListItem>>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [ListRefusals.UnknownSort];
}

/// <summary>What a list or register of projects is narrowed and ordered by.</summary>
/// <param name="PortfolioId">Held by this portfolio, as lead or co-funder.</param>
/// <param name="Phase">In this phase.</param>
/// <param name="Standing">With this standing.</param>
/// <param name="Stage">In a phase of this stage.</param>
/// <param name="Sdg">Tagged with this goal, 1 to 17.</param>
/// <param name="Domain">Tagged with this domain.</param>
/// <param name="Region">With a territory in this region.</param>
/// <param name="OwnerOrganisationId">Carried by this organisation.</param>
/// <param name="Q">Part of code, name or summary, case and accents aside.</param>
/// <param name="Sort"><c>name</c>, <c>code</c>, <c>phase</c>, <c>phaseSince</c>, <c>startedOn</c>; a minus in front turns it round.</param>
public sealed record ProjectFilter(
    Guid? PortfolioId = null,
    Phase? Phase = null,
    Standing? Standing = null,
    Stage? Stage = null,
    int? Sdg = null,
    string? Domain = null,
    string? Region = null,
    Guid? OwnerOrganisationId = null,
    string? Q = null,
    string? Sort = null
)
{
    /// <summary>The orders that can be asked for.</summary>
    public static readonly string[] Sorts = ["name", "code", "phase", "phaseSince", "startedOn"];

    /// <summary>The filtered projects in their order.</summary>
    /// <exception cref="InvalidValueException"><c>unknown_code</c>, <c>unknown_sort</c>.</exception>
    internal IOrderedQueryable<Project> Apply(IQueryable<Project> projects, IPipelineDb db) =>
        Order(Narrow(projects, db));

    /// <summary>The filtered projects.</summary>
    /// <exception cref="InvalidValueException"><c>unknown_code</c>.</exception>
    internal IQueryable<Project> Narrow(IQueryable<Project> projects, IPipelineDb db)
    {
        // Joined from the holdings, of which a portfolio has one a project: a condition on all projects would be asked of everybody's.
        if (PortfolioId is { } portfolioId)
            projects = db
                .Holdings.Where(h => h.PortfolioId == portfolioId && h.EndedAt == null)
                .Join(projects, h => h.ProjectId, p => p.Id, (h, p) => p);
        if (Phase is { } phase)
            projects = projects.Where(p => p.Phase == phase);
        if (Standing is { } standing)
            projects = projects.Where(p => p.Standing == standing);
        if (Stage is { } stage)
        {
            var phases = PhaseOrder.All.Where(p => p.StageOf() == stage).ToList();
            projects = projects.Where(p => phases.Contains(p.Phase));
        }
        if (Sdg is { } sdg)
            projects = Tagged(
                projects,
                db,
                TagDimension.Sdg,
                Guard.KnownCode(
                    sdg.ToString(CultureInfo.InvariantCulture),
                    "sdg",
                    Sdgs.All.Select(s => s.Number.ToString(CultureInfo.InvariantCulture))
                )
            );
        if (!string.IsNullOrEmpty(Domain))
            projects = Tagged(
                projects,
                db,
                TagDimension.Domain,
                Guard.KnownCode(Domain, "domain", Domains.All.Select(d => d.Code))
            );
        if (!string.IsNullOrEmpty(Region))
            projects = Tagged(
                projects,
                db,
                TagDimension.Region,
                Guard.KnownCode(Region, "region", Regions.All.Select(r => r.Code))
            );
        if (OwnerOrganisationId is { } owner)
        {
            var body = Organisations.Directory.EntriesOfBody(db, owner);
            projects = projects.Where(p => body.Contains(p.OwnerOrganisationId));
        }
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var part = Folded.Of(Q.Trim());
            projects = projects.Where(p => p.SearchText.Contains(part));
        }
        return projects;
    }

    /// <summary>Projects in their order; the id settles ties, so that pages neither repeat nor skip.</summary>
    /// <exception cref="InvalidValueException"><c>unknown_sort</c>.</exception>
    internal IOrderedQueryable<Project> Order(IQueryable<Project> projects)
    {
        var (name, down) = SortOrder.Read(Sort, Sorts);
        var ordered = name switch
        {
            "code" => By(p => p.Code),
            "phase" => By(p => p.Phase),
            "phaseSince" => By(p => p.PhaseSince),
            "startedOn" => By(p => p.StartedOn),
            _ => By(p => p.NameKey),
        };
        return ordered.ThenBy(p => p.Id);

        IOrderedQueryable<Project> By<TKey>(Expression<Func<Project, TKey>> key) =>
            down ? projects.OrderByDescending(key) : projects.OrderBy(key);
    }

    private static IQueryable<Project> Tagged(
        IQueryable<Project> projects,
        IPipelineDb db,
        TagDimension dimension,
        string code
    ) =>
        // Joined, of which a project has one at most: as a condition SQLite makes a list of everybody's tags of it first.
        projects.Join(
            db.Tags.Where(t => t.Dimension == dimension && t.Code == code && t.EndedAt == null),
            p => p.Id,
            t => t.ProjectId,
            (p, t) => p
        );
}

/// <summary>A project in a list.</summary>
public sealed record ProjectListItem
{
    /// <summary>UUID.</summary>
    public Guid Id { get; init; }

    /// <summary>Unique within the lead portfolio.</summary>
    public string Code { get; init; } = "";

    /// <summary>Shown to people.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it is about.</summary>
    public string? Summary { get; init; }

    /// <summary>Current phase.</summary>
    public Phase Phase { get; init; }

    /// <summary>The phase's stage.</summary>
    public Stage Stage => Phase.StageOf();

    /// <summary>Current standing.</summary>
    public Standing Standing { get; init; }

    /// <summary>The day the phase was entered.</summary>
    public DateOnly PhaseSince { get; init; }

    /// <summary>The day conception began.</summary>
    public DateOnly StartedOn { get; init; }

    /// <summary>Who carries it.</summary>
    public NamedRef OwnerOrganisation { get; init; } = null!;

    /// <summary>The lead portfolio, its code as name.</summary>
    public NamedRef LeadPortfolio { get; init; } = null!;

    /// <summary>Rises with every change.</summary>
    public long Version { get; init; }

    internal static IQueryable<ProjectListItem> From(IPipelineDb db, IQueryable<Project> projects) =>
        projects.Select(p => new ProjectListItem
        {
            Id = p.Id,
            Code = p.Code,
            Name = p.Name,
            Summary = p.Summary,
            Phase = p.Phase,
            Standing = p.Standing,
            PhaseSince = p.PhaseSince,
            StartedOn = p.StartedOn,
            OwnerOrganisation = new NamedRef(
                p.OwnerOrganisationId,
                db.Organisations.Where(o => o.Id == p.OwnerOrganisationId).Select(o => o.Name).First()
            ),
            LeadPortfolio = new NamedRef(
                p.LeadPortfolioId,
                db.Portfolios.Where(f => f.Id == p.LeadPortfolioId).Select(f => f.Code).First()
            ),
            Version = p.Version,
        });
}

internal sealed class ListProjectsHandler(IPipelineDb db, Scope scope)
    : IRequestHandler<ListProjects, Paged<ProjectListItem>>
{
    public async Task<Paged<ProjectListItem>> Handle(ListProjects request, CancellationToken cancellationToken)
    {
        var visible =
            request.Filter.PortfolioId is { } portfolioId
            && await scope.SeesPortfolioAsync(portfolioId, cancellationToken)
                ? db.Projects
                : scope.Projects;
        // The page's ids first: whatever is shown beside them would else be looked up for every project before it is put in order.
        var ids = await request
            .Filter.Apply(visible, db)
            .Select(p => p.Id)
            .ToPageAsync(request.Page, cancellationToken);
        var shown = await ProjectListItem
            .From(db, db.Projects.Where(p => ids.Items.Contains(p.Id)))
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        return (ids with { Items = [.. ids.Items.Where(shown.ContainsKey)] }).Select(id => shown[id]);
    }
}
