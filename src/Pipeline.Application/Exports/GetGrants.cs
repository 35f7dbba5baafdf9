using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Exports;

/// <summary>A portfolio's commitments as grants in the 360Giving Data Standard, as of a day and as known at an instant; everybody who sees the portfolio.</summary>
public sealed record GetGrants(Guid PortfolioId, DateOnly? AsOf, DateTimeOffset? KnownAt)
    : ISnapshotQuery<GrantReport>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture];
}

/// <summary>The grants of a portfolio.</summary>
public sealed record GrantReport(string PortfolioCode, DateOnly AsOf, IReadOnlyList<PublishedGrant> Grants);

/// <summary>A grant as it is published: the standard's ten required fields, and what else is known.</summary>
/// <param name="Identifier">The grant's identifier as it came in, or the commitment's own reference; else one of this product by the commitment's id.</param>
/// <param name="Title">The project's name.</param>
/// <param name="Description">The project's summary; its name where it has none, since the standard asks for one.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Cents">What counts: the amount, or what was delivered once it is cancelled; 0 where a file awards nothing.</param>
/// <param name="AwardedOn">Day of agreement.</param>
/// <param name="StartsOn">Planned.</param>
/// <param name="EndsOn">Planned; null where a file said how long it takes instead.</param>
/// <param name="DurationMonths">How long it takes, where a file said so.</param>
/// <param name="Recipient">Who carries the project.</param>
/// <param name="Funder">Who funds.</param>
public sealed record PublishedGrant(
    string Identifier,
    string Title,
    string Description,
    string Currency,
    long Cents,
    DateOnly AwardedOn,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    int? DurationMonths,
    PublishedOrganisation Recipient,
    PublishedOrganisation Funder
)
{
    /// <summary>The identifier of a grant that has none of its own.</summary>
    internal static string IdentifierOf(Guid commitmentId) => $"360G-pipeline-{commitmentId}";
}

/// <summary>In which form grants are published.</summary>
public enum GrantFormat
{
    /// <summary>The standard's JSON.</summary>
    Json = 1,

    /// <summary>The standard's spreadsheet headings.</summary>
    Csv,
}

/// <summary>Writes grants in the 360Giving Data Standard.</summary>
public interface IGrantWriter
{
    /// <summary>Writes them all.</summary>
    void Write(IReadOnlyList<PublishedGrant> grants, GrantFormat format, Stream target);
}

internal sealed class GetGrantsHandler(IPipelineDb db, Scope scope, TimeProvider time)
    : IRequestHandler<GetGrants, GrantReport>
{
    public async Task<GrantReport> Handle(GetGrants request, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var portfolio = await db
            .Portfolios.AsNoTracking()
            .Where(p => p.Id == request.PortfolioId)
            .Select(p => new { p.Code, p.Currency })
            .FirstAsync(cancellationToken);
        var view = await AsOfView.OpenAsync(db, request.AsOf, request.KnownAt, time.GetUtcNow(), cancellationToken);
        var awards = await AwardReader.ReadAsync(db, request.PortfolioId, view, cancellationToken);
        var written = await WrittenGrants.ReadAsync(db, request.PortfolioId, view, cancellationToken);
        // What a file calls an award of nothing names that one, until its own project has an agreement of that name.
        var nothing = written.OfNothing.Keys.ToLookup(g => g.Identifier, g => g.ProjectId);
        var published = awards
            .Select(a =>
            {
                var grant = new PublishedGrant(
                    a.Identifier is { } own && (!nothing.Contains(own) || nothing[own].Contains(a.ProjectId))
                        ? own
                        : PublishedGrant.IdentifierOf(a.CommitmentId),
                    a.Project,
                    a.Summary ?? a.Project,
                    portfolio.Currency,
                    a.Cents,
                    a.AgreedOn,
                    a.StartsOn,
                    a.EndsOn,
                    DurationMonths: null,
                    a.Owner,
                    a.Funder
                );
                return written.Of(a.CommitmentId) is { } said
                    ? grant with
                    {
                        EndsOn = said.EndsOn,
                        DurationMonths = said.DurationMonths,
                        Recipient = a.Owner.As(said.Recipient),
                        Funder = a.Funder.As(said.Funder),
                    }
                    : grant;
            })
            .ToList();
        published.AddRange(
            await OfNothingAsync(
                portfolio.Currency,
                view,
                written,
                [.. published.Select(g => g.Identifier)],
                cancellationToken
            )
        );
        return new(portfolio.Code, view.AsOf, published);
    }

    // Awards of nothing, which are in no ledger, from the portfolio's books like the others: whoever leads their projects now.
    private async Task<IEnumerable<PublishedGrant>> OfNothingAsync(
        string currency,
        AsOfView view,
        WrittenGrants written,
        HashSet<string> taken,
        CancellationToken cancellationToken
    )
    {
        if (written.OfNothing.Count == 0)
            return [];
        var projects = await view
            .Projects.Of([.. written.OfNothing.Keys.Select(g => g.ProjectId).Distinct().Order()], p => p.Id)
            .Join(
                db.Organisations,
                p => p.OwnerOrganisationId,
                o => o.Id,
                (p, o) =>
                    new
                    {
                        p.Id,
                        p.Name,
                        p.Summary,
                        Owner = new NamedBody(o.Id, o.Name, o.IdentifierScheme, o.IdentifierId, o.Country),
                    }
            )
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var funders = await db
            .Organisations.Of(
                [.. written.OfNothing.Values.Select(w => w.FunderOrganisationId).Distinct().Order()],
                o => o.Id
            )
            .Select(o => new NamedBody(o.Id, o.Name, o.IdentifierScheme, o.IdentifierId, o.Country))
            .ToDictionaryAsync(o => o.Id, cancellationToken);
        var names = await NamesInView.ReadAsync(
            db,
            view,
            projects.Values.Select(p => (p.Id, p.Owner)),
            cancellationToken
        );
        return written
            .OfNothing.Where(g => projects.ContainsKey(g.Key.ProjectId))
            .Select(g => (Project: projects[g.Key.ProjectId], g.Key.Identifier, Said: g.Value))
            // What a later agreement is called stands for it.
            .Where(g => g.Said.AwardedOn <= view.AsOf && !taken.Contains(g.Identifier))
            .OrderBy(g => g.Said.AwardedOn)
            .ThenBy(g => g.Identifier, StringComparer.Ordinal)
            .Select(g => new PublishedGrant(
                g.Identifier,
                names.NameOf(g.Project.Id, g.Project.Name),
                names.SummaryOf(g.Project.Id, g.Project.Summary) ?? names.NameOf(g.Project.Id, g.Project.Name),
                currency,
                0,
                g.Said.AwardedOn,
                g.Said.StartsOn,
                g.Said.EndsOn,
                g.Said.DurationMonths,
                names.OwnerOf(g.Project.Id).As(g.Said.Recipient),
                names.Of(funders[g.Said.FunderOrganisationId]).As(g.Said.Funder)
            ));
    }
}
