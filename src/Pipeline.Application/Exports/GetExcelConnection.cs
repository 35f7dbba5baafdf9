using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Exports;

/// <summary>Queries that connect Excel or Power BI with a portfolio's registers, ready to paste and without a key; everybody who sees the portfolio.</summary>
public sealed record GetExcelConnection(Guid PortfolioId, Language Language) : IQuery<ExcelConnection>;

/// <summary>What the queries are of.</summary>
/// <param name="PortfolioId">The portfolio.</param>
/// <param name="PortfolioCode">Its code.</param>
/// <param name="Language">Of headings and labels.</param>
public sealed record ExcelConnection(Guid PortfolioId, string PortfolioCode, Language Language);

/// <summary>Writes queries in the formula language of Power Query (M).</summary>
public interface IExcelConnectionWriter
{
    /// <summary>One query for each register.</summary>
    string Write(ExcelConnection connection);
}

internal sealed class GetExcelConnectionHandler(IPipelineDb db, Scope scope)
    : IRequestHandler<GetExcelConnection, ExcelConnection>
{
    public async Task<ExcelConnection> Handle(GetExcelConnection request, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var code = await db
            .Portfolios.Where(p => p.Id == request.PortfolioId)
            .Select(p => p.Code)
            .FirstAsync(cancellationToken);
        return new(request.PortfolioId, code, request.Language);
    }
}
