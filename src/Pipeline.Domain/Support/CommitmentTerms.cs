using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Support;

/// <summary>What was agreed with a funder.</summary>
public sealed record CommitmentTerms(
    Guid PortfolioId,
    Guid FunderOrganisationId,
    Lever Lever,
    Phase Phase,
    Nature Nature,
    long Cents,
    DateOnly AgreedOn,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    decimal? Hours,
    string? Reference
)
{
    /// <summary>Who accompanies; not for funding.</summary>
    public Provider? Provider { get; init; }

    /// <summary>By which kind of contract.</summary>
    public Instrument Instrument { get; init; } = Instrument.Grant;

    /// <summary>What a social impact contract is paid by.</summary>
    public IReadOnlyList<string> ResultIndicators { get; init; } = [];

    /// <summary>The support agreement that it belongs to; of the same project and portfolio.</summary>
    public Guid? AgreementId { get; init; }

    /// <summary>The alliance that it belongs to; of the same project.</summary>
    public Guid? AllianceId { get; init; }

    /// <summary>The programme that it pays for; of the same portfolio, and of lever expertise and networks alone.</summary>
    public Guid? ProgrammeId { get; init; }
}
