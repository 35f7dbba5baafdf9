using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Closings;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Closings;

/// <summary>Whether a file is one that was closed here, told by its bytes alone; administrators only.</summary>
/// <param name="Sha256">Of the file: 64 hexadecimal digits.</param>
public sealed record VerifyReport(string Sha256) : IQuery<ReportVerification?>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.AdministratorsOnly];
}

/// <summary>A file that was closed. Nothing is given for any other.</summary>
/// <param name="Valid">The signature over its hash and the others holds.</param>
/// <param name="PortfolioCode">Whose it is.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Language">What it is written in.</param>
/// <param name="AsOf">The last day of the period.</param>
/// <param name="KnownAt">What was recorded later is not in it (UTC).</param>
/// <param name="RecordedAt">When it was closed (UTC).</param>
/// <param name="RecordedBy">By whom.</param>
/// <param name="KeyId">The key that signed.</param>
public sealed record ReportVerification(
    bool Valid,
    string PortfolioCode,
    ClosingFileKind Kind,
    Language Language,
    DateOnly AsOf,
    DateTimeOffset KnownAt,
    DateTimeOffset RecordedAt,
    string RecordedBy,
    string KeyId
);

internal sealed class VerifyReportHandler(IPipelineDb db, Scope scope, IUserDirectory users)
    : IRequestHandler<VerifyReport, ReportVerification?>
{
    public async Task<ReportVerification?> Handle(VerifyReport request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        // Two portfolios with nothing in them may have equal dashboards, but no equal files: each names its portfolio.
        var closing = await db
            .Closings.AsNoTracking()
            .Include(c => c.Files)
            .FirstOrDefaultAsync(c => c.Files.Any(f => f.Sha256 == request.Sha256), cancellationToken);
        if (closing is null)
            return null;
        var file = closing.Files.First(f => f.Sha256 == request.Sha256);
        var key = await db
            .ClosingKeys.AsNoTracking()
            .FirstOrDefaultAsync(k => k.Id == closing.KeyId, cancellationToken);
        var code = await db
            .Portfolios.Where(p => p.Id == closing.PortfolioId)
            .Select(p => p.Code)
            .FirstAsync(cancellationToken);
        var names = await users.NamesAsync([closing.RecordedBy], cancellationToken);
        return new(
            key?.Verifies(closing.Statement, closing.Signature) == true,
            code,
            file.Kind,
            file.Language,
            closing.AsOf,
            closing.KnownAt,
            closing.RecordedAt,
            names.GetValueOrDefault(closing.RecordedBy, ""),
            closing.KeyId
        );
    }
}
