using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Organisations;
using Pipeline.Application.Records;
using Pipeline.Domain.Agreements;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Records;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Ledgers;

/// <summary>Records an agreement with a funder; managers and finance of the portfolio in whose books it stands.</summary>
public sealed record AgreeCommitment(Guid ProjectId, CommitmentBody Body) : ICommand<CommitmentReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.LedgersNotPermitted,
            LedgerRefusals.UnknownPortfolio,
            OrganisationRefusals.UnknownOrganisation,
            CommonRefusals.DateInFuture,
            CommonRefusals.BeforeStart,
            CommitmentRefusals.EndsBeforeStart,
            .. MoneyRefusals.All,
            .. CommitmentRefusals.Hours,
            CommitmentRefusals.ProviderNotForFunding,
            CommitmentRefusals.ResultIndicatorsWanted,
            RecordRefusals.UnknownAgreement,
            RecordRefusals.UnknownAlliance,
            RecordRefusals.UnknownProgramme,
            CommitmentRefusals.ProgrammeLever,
        ];
}

/// <summary>What was agreed.</summary>
/// <param name="PortfolioId">A portfolio that holds the project.</param>
/// <param name="Amount">More than zero, in the portfolio's currency.</param>
/// <param name="AgreedOn">Not in the future, not before the project began.</param>
/// <param name="EndsOn">Inclusive; not before <c>startsOn</c>.</param>
/// <param name="Hours">Of pro-bono work, for nature <c>skills</c>.</param>
/// <param name="Provider">Who accompanies; not for funding.</param>
/// <param name="Instrument">A grant where nothing is said.</param>
/// <param name="ResultIndicators">What a social impact contract is paid by: 1 to 3.</param>
/// <param name="AgreementId">A support agreement of this project with this portfolio.</param>
/// <param name="AllianceId">An alliance of this project.</param>
/// <param name="ProgrammeId">The programme of this portfolio that it pays for; of lever <c>expertiseAndNetworks</c> alone.</param>
public sealed record CommitmentBody(
    Guid PortfolioId,
    Guid FunderOrganisationId,
    Lever Lever,
    Phase Phase,
    Nature Nature,
    MoneyDto Amount,
    DateOnly AgreedOn,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null,
    decimal? Hours = null,
    [property: StringLength(Limits.Short)] string? Reference = null,
    ProviderDto? Provider = null,
    Instrument Instrument = Instrument.Grant,
    [property: MaxLength(Limits.List)] IReadOnlyList<string>? ResultIndicators = null,
    Guid? AgreementId = null,
    Guid? AllianceId = null,
    Guid? ProgrammeId = null
);

internal sealed class AgreeCommitmentHandler(
    IPipelineDb db,
    Scope scope,
    LedgerReader ledgers,
    DocumentStore documents,
    TimeProvider time
) : IRequestHandler<AgreeCommitment, CommitmentReply>
{
    public async Task<CommitmentReply> Handle(AgreeCommitment request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        var rights = await scope.InProjectAsync(request.ProjectId, cancellationToken);
        // Before its holdings are looked at, so that whoever ends one meanwhile is found out by the version.
        var project = await db.LoadProjectAsync(request.ProjectId, version: null, cancellationToken);
        await RequireHoldingAsync(request.ProjectId, body.PortfolioId, cancellationToken);
        await scope.RequireLedgersAsync(body.PortfolioId, cancellationToken);
        await Organisations.Directory.RequireKnownAsync(
            db,
            body.FunderOrganisationId,
            "funderOrganisationId",
            cancellationToken
        );
        await ProviderDto.RequireKnownAsync(db, body.Provider, cancellationToken);
        await RequireAgreementAsync(request.ProjectId, body, cancellationToken);
        await documents.RequireAllianceAsync(request.ProjectId, body.AllianceId, "allianceId", cancellationToken);
        await documents.RequireProgrammeAsync(body.PortfolioId, body.ProgrammeId, "programmeId", cancellationToken);
        var cents = MoneyIn.Cents(body.Amount, await db.CurrencyOfAsync(body.PortfolioId, cancellationToken), "amount");
        var terms = new CommitmentTerms(
            body.PortfolioId,
            body.FunderOrganisationId,
            body.Lever,
            body.Phase,
            body.Nature,
            cents,
            body.AgreedOn,
            body.StartsOn,
            body.EndsOn,
            body.Hours,
            body.Reference
        )
        {
            Provider = body.Provider?.ToProvider(),
            Instrument = body.Instrument,
            ResultIndicators = body.ResultIndicators ?? [],
            AgreementId = body.AgreementId,
            AllianceId = body.AllianceId,
            ProgrammeId = body.ProgrammeId,
        };
        var commitment = new Commitment(project.Id, project.StartedOn, terms, rights.UserId, time.GetUtcNow());
        db.Commitments.Add(commitment);
        await db.SaveChangesAsync(cancellationToken);
        return (await ledgers.CommitmentsAsync(db.Commitments.Where(c => c.Id == commitment.Id), cancellationToken))[0];
    }

    private async Task RequireAgreementAsync(Guid projectId, CommitmentBody body, CancellationToken cancellationToken)
    {
        if (
            body.AgreementId is { } id
            && (
                await documents.BetweenAsync<SupportAgreement>(
                    DocumentKind.Agreement,
                    projectId,
                    body.PortfolioId,
                    cancellationToken
                )
            )?.Id != id
        )
            throw RecordRefusals.UnknownAgreement.With(id).At("agreementId");
    }

    // A portfolio that does not hold the project reads like one that does not exist.
    private async Task RequireHoldingAsync(Guid projectId, Guid portfolioId, CancellationToken cancellationToken)
    {
        if (
            !await db.Holdings.AnyAsync(
                h => h.ProjectId == projectId && h.PortfolioId == portfolioId && h.EndedAt == null,
                cancellationToken
            )
        )
            throw LedgerRefusals.UnknownPortfolio.With(portfolioId).At("portfolioId");
    }
}
