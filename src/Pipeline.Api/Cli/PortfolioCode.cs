using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;

namespace Pipeline.Api.Cli;

/// <summary>People at the command line know portfolios by their codes.</summary>
internal static class PortfolioCode
{
    /// <summary>Says which.</summary>
    public static Option<string> Option() => Words.Required("--portfolio", "CODE", "The portfolio's code");

    /// <exception cref="CommandException">No portfolio has this code.</exception>
    public static async Task<Guid> FindAsync(IPipelineDb db, string code) =>
        await db.Portfolios.Where(p => p.Code == code).Select(p => (Guid?)p.Id).FirstOrDefaultAsync()
        ?? throw new CommandException($"There is no portfolio '{code}'. {await KnownAsync(db)}");

    private static async Task<string> KnownAsync(IPipelineDb db)
    {
        var codes = await db.Portfolios.OrderBy(p => p.Code).Select(p => p.Code).Take(20).ToListAsync();
        return codes.Count == 0
            ? "There are none yet: make one with POST /api/v1/portfolios."
            : $"Known: {string.Join(", ", codes)}.";
    }
}
