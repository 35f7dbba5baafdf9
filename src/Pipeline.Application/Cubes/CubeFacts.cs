using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Cubes;

/// <summary>What is laid out: a sum of one project, or the project itself, once for each way in which its commitments are made.</summary>
internal readonly record struct CubeFact(
    Guid ProjectId,
    Phase Phase,
    Lever? Lever,
    Guid? FunderId,
    Instrument? Instrument,
    long Cents
);

/// <summary>What a cube of a portfolio is made of, as far as its dimensions ask for it.</summary>
internal sealed class CubeFacts
{
    private readonly Dictionary<CubeDimension, ILookup<Guid, string>> _byProject = [];
    private Dictionary<Guid, string> _funders = [];

    private CubeFacts(IReadOnlyList<CubeFact> facts, bool areMoney) => (All, AreMoney) = (facts, areMoney);

    /// <summary>Sums of the ledger that is measured, or projects.</summary>
    public IReadOnlyList<CubeFact> All { get; }

    /// <summary>Whether they are sums, and not projects that are counted.</summary>
    public bool AreMoney { get; }

    public static async Task<CubeFacts> ReadAsync(AsOfView view, GetCube request, CancellationToken cancellationToken)
    {
        var facts = new CubeFacts(
            request.Basis is { } basis
                ? await view.OfPortfolio(basis, request.PortfolioId)
                    .Select(l => new CubeFact(
                        l.ProjectId,
                        l.Phase,
                        l.Lever,
                        l.FunderOrganisationId,
                        l.Instrument,
                        l.Cents
                    ))
                    .ToListAsync(cancellationToken)
                : await ProjectsAsync(view, request, cancellationToken),
            areMoney: request.Basis is not null
        );
        foreach (var dimension in new[] { request.Rows, request.Columns })
            await facts.ReadAsync(view, request.PortfolioId, dimension, cancellationToken);
        return facts;
    }

    /// <summary>Under which values of a dimension a fact is, each with an even part of it; a value can be there more than once.</summary>
    public IReadOnlyList<string> CodesOf(CubeFact fact, CubeDimension dimension)
    {
        IReadOnlyList<string> codes = dimension switch
        {
            CubeDimension.Phase => [Codes.Of(fact.Phase)],
            CubeDimension.Lever when fact.Lever is { } lever => [Codes.Of(lever)],
            CubeDimension.FunderProfile when fact.FunderId is { } funder => [_funders[funder]],
            CubeDimension.Instrument when fact.Instrument is { } instrument => [Codes.Of(instrument)],
            _ when CubeValues.IsOfCommitments(dimension) => [],
            _ => [.. _byProject[dimension][fact.ProjectId]],
        };
        return codes.Count > 0 ? codes : [CubeValues.None];
    }

    // Each project in the phase it was in, one that never moved in conception; with the levers, funders and contracts of its commitments in the portfolio's books.
    private static async Task<IReadOnlyList<CubeFact>> ProjectsAsync(
        AsOfView view,
        GetCube request,
        CancellationToken cancellationToken
    )
    {
        var portfolioId = request.PortfolioId;
        var moved = await view.HoldingsOf(portfolioId)
            .Join(view.LastEffects, h => h.ProjectId, e => e.ProjectId, (h, e) => new { e.ProjectId, e.ToPhase })
            .ToDictionaryAsync(e => e.ProjectId, e => e.ToPhase, cancellationToken);
        var held = await view.HeldByAsync(portfolioId, cancellationToken);
        List<LedgerRow> lines =
            CubeValues.IsOfCommitments(request.Rows) || CubeValues.IsOfCommitments(request.Columns)
                ? await view.OfPortfolio(Basis.Committed, portfolioId).ToListAsync(cancellationToken)
                : [];
        var commitments = lines.ToLookup(l => l.ProjectId);
        return
        [
            .. held.Where(p => p.StartedOn <= view.AsOf)
                .SelectMany(p =>
                {
                    var project = new CubeFact(
                        p.Id,
                        moved.GetValueOrDefault(p.Id, Phase.Conception),
                        Lever: null,
                        FunderId: null,
                        Instrument: null,
                        Cents: 0
                    );
                    // What was called off before anything came funds nothing.
                    return commitments[p.Id]
                        .Where(l => l.Cents != 0)
                        .Select(l =>
                            project with
                            {
                                Lever = l.Lever,
                                FunderId = l.FunderOrganisationId,
                                Instrument = l.Instrument,
                            }
                        )
                        .DefaultIfEmpty(project);
                }),
        ];
    }

    private async Task ReadAsync(
        AsOfView view,
        Guid portfolioId,
        CubeDimension dimension,
        CancellationToken cancellationToken
    )
    {
        var db = view.Db;
        // Those that are held, and those that were and have lines in the books.
        var projects = view.HoldingsOf(portfolioId)
            .Select(h => h.ProjectId)
            .Union(view.CommitmentsOf(portfolioId).Select(c => c.ProjectId));
        if (CubeValues.TagsOf(dimension) is { } tagged)
        {
            var tags = await projects
                .Join(view.Tags.Where(t => t.Dimension == tagged), id => id, t => t.ProjectId, (_, t) => t)
                .Select(t => new
                {
                    t.ProjectId,
                    t.Position,
                    t.Code,
                })
                .ToListAsync(cancellationToken);
            _byProject[dimension] = tags.OrderBy(t => t.Position)
                .ToLookup(
                    t => t.ProjectId,
                    t => dimension == CubeDimension.Family ? Codes.Of(Domains.Find(t.Code)!.Family) : t.Code
                );
        }
        else if (dimension == CubeDimension.ActorProfile)
        {
            var owners = await projects
                .Join(db.Projects, id => id, p => p.Id, (_, p) => new { p.Id, p.OwnerOrganisationId })
                .ToListAsync(cancellationToken);
            var then = await view.FormerProjectsAsync(owners.Select(p => p.Id), cancellationToken);
            var ownerOf = owners.ToDictionary(
                p => p.Id,
                p => then.Of(p.Id, "ownerOrganisationId", p.OwnerOrganisationId)
            );
            var profiles = await ProfilesAsync(view, ownerOf.Values, cancellationToken);
            _byProject[dimension] = ownerOf.ToLookup(o => o.Key, o => profiles[o.Value]);
        }
        else if (dimension == CubeDimension.FunderProfile)
            _funders = await ProfilesAsync(
                view,
                await view.CommitmentsOf(portfolioId)
                    .Select(c => c.FunderOrganisationId)
                    .Distinct()
                    .ToListAsync(cancellationToken),
                cancellationToken
            );
    }

    /// <summary>What each organisation was at the view's instant.</summary>
    private static async Task<Dictionary<Guid, string>> ProfilesAsync(
        AsOfView view,
        IEnumerable<Guid> organisations,
        CancellationToken cancellationToken
    )
    {
        var then = await view.FormerAsync(FormerVersion.Organisation, cancellationToken);
        List<Guid> ids = [.. organisations.Distinct().Order()];
        return await view
            .Db.Organisations.Of(ids, o => o.Id)
            .Select(o => new { o.Id, o.ActorProfile })
            .ToDictionaryAsync(
                o => o.Id,
                o => Codes.Of(then.Of(o.Id, "actorProfile", o.ActorProfile)),
                cancellationToken
            );
    }
}
