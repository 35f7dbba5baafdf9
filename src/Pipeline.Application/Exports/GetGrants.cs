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
/// <param name="Cents">What counts: the amount, or what was delivered once it is cancelled.</param>
/// <param name="AwardedOn">Day of agreement.</param>
/// <param name="StartsOn">Planned.</param>
/// <param name="EndsOn">Planned.</param>
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
    PublishedOrganisation Recipient,
    PublishedOrganisation Funder
);

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
        return new(
            portfolio.Code,
            view.AsOf,
            [
                .. awards.Select(a => new PublishedGrant(
                    a.Reference ?? $"360G-pipeline-{a.CommitmentId}",
                    a.Project,
                    a.Summary ?? a.Project,
                    portfolio.Currency,
                    a.Cents,
                    a.AgreedOn,
                    a.StartsOn,
                    a.EndsOn,
                    a.Owner,
                    a.Funder
                )),
            ]
        );
    }
}
