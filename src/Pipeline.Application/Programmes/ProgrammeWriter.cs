using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Organisations;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>Writes a version of a programme, the first one or a later one.</summary>
public sealed class ProgrammeWriter(
    DocumentStore documents,
    ProgrammeAccess access,
    ProgrammeReader reader,
    Names names,
    ICaller caller
)
{
    /// <summary>Everything that writing refuses.</summary>
    internal static readonly IReadOnlyList<Refusal> Refusals =
    [
        AccessRefusals.ManagersOnly,
        OrganisationRefusals.UnknownOrganisation,
        ProgrammeRefusals.CodeTaken,
        ProgrammeRefusals.InvalidSessionCode,
        CommonRefusals.Duplicate,
        CommonRefusals.UnknownCode,
    ];

    /// <param name="others">The portfolio's other programmes.</param>
    /// <param name="expected">The version that the caller has seen; null for any.</param>
    internal async Task<ProgrammeReply> WriteAsync(
        Guid portfolioId,
        Guid programmeId,
        IEnumerable<Document<Programme>> others,
        long? expected,
        ProgrammeBody body,
        CancellationToken cancellationToken
    )
    {
        await names.RequireOrganisationsAsync(
            (body.PartnerOrganisationIds ?? []).Select((id, i) => ((Guid?)id, $"partnerOrganisationIds[{i}]")),
            cancellationToken
        );
        var programme = body.ToProgramme().Checked();
        if (others.Any(p => string.Equals(p.Terms.Code, programme.Code, StringComparison.OrdinalIgnoreCase)))
            throw ProgrammeRefusals.CodeTaken.With(programme.Code).At("code");
        var written = await documents.WriteAsync<Programme>(
            DocumentKey.InPortfolio(DocumentKind.Programme, portfolioId, programmeId),
            expected,
            (_, _) => programme,
            caller.UserId,
            cancellationToken
        );
        var view = await access.OfAsync(DocumentKind.Programme, programmeId, cancellationToken);
        return await reader.ShowAsync(view, written, cancellationToken);
    }
}
