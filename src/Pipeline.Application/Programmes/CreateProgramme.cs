using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Programmes;

/// <summary>A portfolio offers a programme; its managers.</summary>
public sealed record CreateProgramme(ProgrammeBody Body) : ICommand<ProgrammeReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [.. ProgrammeWriter.Refusals, CommonRefusals.NotFound];
}

internal sealed class CreateProgrammeHandler(
    Scope scope,
    ProgrammeAccess access,
    ProgrammeWriter writer,
    TimeProvider time
) : IRequestHandler<CreateProgramme, ProgrammeReply>
{
    public async Task<ProgrammeReply> Handle(CreateProgramme request, CancellationToken cancellationToken)
    {
        var portfolioId =
            request.Body.PortfolioId ?? throw CommonRefusals.Required.With("portfolioId").At("portfolioId");
        (await scope.InPortfolioAsync(portfolioId, cancellationToken)).RequireManager();
        return await writer.WriteAsync(
            portfolioId,
            Guid.CreateVersion7(time.GetUtcNow()),
            await access.ToAddToAsync(portfolioId, cancellationToken),
            expected: null,
            request.Body,
            cancellationToken
        );
    }
}
