using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>Writes the next version of a programme; managers of its portfolio. Cohorts that were opened keep the sessions that they have.</summary>
public sealed record UpdateProgramme(Guid ProgrammeId, long? Version, ProgrammeBody Body)
    : ICommand<ProgrammeReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [.. ProgrammeWriter.Refusals, ProgrammeRefusals.PortfolioStays];
}

internal sealed class UpdateProgrammeHandler(ProgrammeAccess access, ProgrammeWriter writer)
    : IRequestHandler<UpdateProgramme, ProgrammeReply>
{
    public async Task<ProgrammeReply> Handle(UpdateProgramme request, CancellationToken cancellationToken)
    {
        var view = await access.ToWriteAsync(DocumentKind.Programme, request.ProgrammeId, cancellationToken);
        var programme = view.Programme(request.ProgrammeId);
        await access.RequireManagerAsync(view, cancellationToken);
        if (request.Body.PortfolioId is { } portfolioId && portfolioId != view.PortfolioId)
            throw ProgrammeRefusals.PortfolioStays.At("portfolioId");
        return await writer.WriteAsync(
            view.PortfolioId,
            programme.Id,
            view.Programmes.Where(p => p.Id != programme.Id),
            request.Version,
            request.Body,
            cancellationToken
        );
    }
}
