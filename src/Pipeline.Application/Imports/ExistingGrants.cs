using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Exports;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Imports;

/// <summary>What a portfolio has already of the grants that a file may hold.</summary>
internal sealed class ExistingGrants
{
    private readonly Dictionary<string, KnownGrant> _byCode;
    private readonly Dictionary<Guid, KnownGrant> _byCommitment;
    private readonly ILookup<string, KnownGrant> _byReference;
    private readonly HashSet<(Guid ProjectId, string Reference)> _cancelled;

    private ExistingGrants(IReadOnlyList<KnownProject> projects, IReadOnlyList<KnownCommitment> commitments)
    {
        var agreed = commitments
            .Where(c => !c.Cancelled && c.Reference is not null)
            .ToLookup(c => (c.ProjectId, c.Reference));
        _byCode = projects
            .Where(p => p.Led)
            .ToDictionary(p => p.Code, p => new KnownGrant(p, agreed[(p.Id, p.Code)].FirstOrDefault()));
        _cancelled =
        [
            .. commitments
                .Where(c => c is { Cancelled: true, Reference: not null })
                .Select(c => (c.ProjectId, c.Reference!)),
        ];
        var byId = projects.ToDictionary(p => p.Id);
        _byCommitment = commitments
            .Where(c => c.CountedCents > 0)
            .ToDictionary(c => c.Id, c => new KnownGrant(byId[c.ProjectId], c));
        _byReference = _byCommitment
            .Values.Where(k => k.Commitment!.Reference is not null)
            .ToLookup(k => k.Commitment!.Reference!);
    }

    public static async Task<ExistingGrants> ReadAsync(
        IPipelineDb db,
        Guid portfolioId,
        CancellationToken cancellationToken
    )
    {
        var projects = await db
            .Projects.AsNoTracking()
            .Where(p => p.VoidedAt == null)
            .Where(p =>
                p.LeadPortfolioId == portfolioId
                || db.Commitments.Any(c => c.ProjectId == p.Id && c.PortfolioId == portfolioId)
            )
            .Select(p => new KnownProject(
                p.Id,
                p.Code,
                p.Name,
                p.Summary,
                p.OwnerOrganisationId,
                p.StartedOn,
                p.LeadPortfolioId == portfolioId,
                db.Holdings.Any(h => h.ProjectId == p.Id && h.PortfolioId == portfolioId && h.EndedAt == null)
            ))
            .ToListAsync(cancellationToken);
        var commitments = await db
            .Commitments.AsNoTracking()
            .Where(c => c.PortfolioId == portfolioId && db.Projects.Any(p => p.Id == c.ProjectId && p.VoidedAt == null))
            .Select(c => new KnownCommitment
            {
                Id = c.Id,
                ProjectId = c.ProjectId,
                Reference = c.Reference,
                FunderOrganisationId = c.FunderOrganisationId,
                Nature = c.Nature,
                Cents = c.Cents,
                AgreedOn = c.AgreedOn,
                StartsOn = c.StartsOn,
                EndsOn = c.EndsOn,
                Cancelled = c.Cancellation != null,
                Delivered = c.Deliveries.Any(),
                DeliveredCents = c.Deliveries.Sum(d => (long?)d.Cents) ?? 0,
            })
            .ToListAsync(cancellationToken);
        return new(projects, commitments);
    }

    /// <summary>What a row is about: a commitment that Pipeline itself named in the file, or the project with the row's code.</summary>
    public KnownGrant? Find(GrantRow grant, OrganisationFinder organisations)
    {
        if (grant.Reference is { } reference)
        {
            if (Guid.TryParse(reference, out var id) && _byCommitment.TryGetValue(id, out var commitment))
                return commitment;
            // Funders number their decisions alike: a reference alone is not enough, the beneficiary has to be the same.
            var referred = _byReference[reference].ToList();
            if (referred is [var only] && IsSame(grant, only, organisations))
                return only;
        }
        if (_byCode.TryGetValue(grant.Identifier, out var known) && grant.OtherIdentifiers.Count == 0)
            return known;
        List<string> codes = [grant.Identifier, .. grant.OtherIdentifiers];
        return codes
                .Select(_byCode.GetValueOrDefault)
                .FirstOrDefault(k => k is not null && IsSame(grant, k, organisations))
            // Of a project that another portfolio leads by now, the agreement is this one's still.
            ?? codes
                .SelectMany(code => _byReference[code])
                .FirstOrDefault(k => !k.Project.Led && IsSame(grant, k, organisations));
    }

    // Decisions are numbered alike by many funders, and of one that is not numbered its object is all that tells it from another of the day.
    private static bool IsSame(GrantRow grant, KnownGrant known, OrganisationFinder organisations) =>
        organisations.Means(grant.Recipient, known.Project.Owner)
        && (known.Commitment is not { } agreed || organisations.Means(grant.Funder, agreed.FunderOrganisationId))
        && (grant.Nature is null || (grant.Reference is not null && !grant.IsOneOfSeveral) || known.IsNamed(grant));

    /// <summary>Whether what a row agrees anew was cancelled before, by hand or by an earlier file.</summary>
    public bool WasCancelled(KnownGrant known) =>
        known.Commitment is null && _cancelled.Contains((known.Project.Id, known.Project.Code));

    /// <summary>The project beside which a new one of the same decision, or day, and beneficiary is made; null where there is none.</summary>
    public KnownProject? Beside(GrantRow grant, OrganisationFinder organisations) =>
        grant.Nature is null
            ? null
            : grant
                .OtherIdentifiers.Prepend(grant.Identifier)
                .Select(_byCode.GetValueOrDefault)
                .FirstOrDefault(k => k is not null && organisations.Means(grant.Recipient, k.Project.Owner))
                ?.Project;

    /// <summary>The code of a new project: another beneficiary of the same decision may have the shorter one already.</summary>
    public string CodeFor(GrantRow grant) =>
        grant.OtherIdentifiers.Prepend(grant.Identifier).FirstOrDefault(code => !_byCode.ContainsKey(code))
        ?? grant.Identifier;
}

/// <summary>A project with the commitment that a grant made there, if it stands.</summary>
internal sealed record KnownGrant(KnownProject Project, KnownCommitment? Commitment)
{
    /// <summary>What the grant is called where it is published.</summary>
    public string Identifier => Commitment is { } c ? c.Reference ?? PublishedGrant.IdentifierOf(c.Id) : Project.Code;

    /// <summary>The project's name as the grant's format shows it, or would.</summary>
    public bool IsNamed(GrantRow grant) =>
        Project.Name == grant.Title.Trim()
        || (grant.Nature is not null && Subsidy.PurposeOf(Project.Name) == grant.Title.Trim());

    /// <summary>Name, description and owner are as the row says.</summary>
    public bool IsDescribed(GrantRow grant, Guid owner) =>
        IsNamed(grant) && (!grant.Describes || Project.Summary == grant.Description?.Trim()) && Project.Owner == owner;

    /// <summary>The agreement is as the row says, in what the row's format can say.</summary>
    public bool IsAgreed(GrantRow grant, Guid funder)
    {
        if (grant.Cents == 0)
            return Commitment is null;
        if (Commitment is not { } c || c.FunderOrganisationId != funder || c.AgreedOn != grant.AwardedOn)
            return false;
        if (grant.Nature is not { } nature)
            return c.Cents == grant.Cents && c.StartsOn == grant.StartsOn && c.EndsOn == grant.EndsOn;
        return c.CountedCents == grant.Cents
            && Subsidy.IsInKind(c.Nature) == Subsidy.IsInKind(nature)
            && (
                grant.StartsOn is null
                || Subsidy.PeriodOf(c.AgreedOn, c.StartsOn, c.EndsOn) == (grant.StartsOn, grant.EndsOn)
            );
    }

    /// <summary>The agreement as the row has it; what its format does not say stays as it was agreed.</summary>
    /// <param name="agreed">The terms of <see cref="Commitment"/>; null where there is none.</param>
    public CommitmentTerms Terms(GrantRow grant, Guid portfolioId, Guid funder, CommitmentTerms? agreed)
    {
        // By the project's code it is found again, also where this file has a longer one.
        if (agreed is null)
            return GrantTerms.New(grant, portfolioId, funder) with { Reference = Project.Code };
        var nature =
            grant.Nature is { } given && Subsidy.IsInKind(given) != Subsidy.IsInKind(agreed.Nature)
                ? given
                : agreed.Nature;
        return agreed with
        {
            FunderOrganisationId = funder,
            Cents = grant.Cents,
            AgreedOn = grant.AwardedOn,
            Nature = nature,
            Hours = nature == Nature.Skills ? agreed.Hours : null,
            Reference = agreed.Reference ?? grant.Identifier,
            StartsOn = grant.StartsOn ?? (grant.Nature is null ? null : agreed.StartsOn),
            EndsOn = grant.EndsOn ?? (grant.Nature is null ? null : agreed.EndsOn),
        };
    }
}

/// <summary>A project as far as imports look at it.</summary>
/// <param name="Led">This portfolio leads it.</param>
/// <param name="Held">This portfolio has not left it.</param>
internal sealed record KnownProject(
    Guid Id,
    string Code,
    string Name,
    string? Summary,
    Guid Owner,
    DateOnly StartedOn,
    bool Led,
    bool Held
);

/// <summary>A commitment as far as imports look at it.</summary>
internal sealed class KnownCommitment
{
    public Guid Id { get; init; }
    public Guid ProjectId { get; init; }
    public string? Reference { get; init; }
    public Guid FunderOrganisationId { get; init; }
    public Nature Nature { get; init; }
    public long Cents { get; init; }
    public DateOnly AgreedOn { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public bool Cancelled { get; init; }
    public bool Delivered { get; init; }
    public long DeliveredCents { get; init; }

    /// <summary>What counts: the amount, or what was delivered once it is cancelled.</summary>
    public long CountedCents => Cancelled ? DeliveredCents : Cents;
}

/// <summary>The agreement that a new grant makes: funding, for conception.</summary>
internal static class GrantTerms
{
    public static CommitmentTerms New(GrantRow grant, Guid portfolioId, Guid funder) =>
        new(
            portfolioId,
            funder,
            Lever.Funding,
            Domain.Phases.Phase.Conception,
            grant.Nature ?? Nature.Cash,
            grant.Cents,
            grant.AwardedOn,
            grant.StartsOn,
            grant.EndsOn,
            null,
            grant.Identifier
        );
}
