using System.Globalization;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Audit;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Dashboards;

/// <summary>Whether a dashboard that the caller holds is still what <see cref="GetDashboard"/> would answer.</summary>
/// <param name="Tags">Of what the caller holds.</param>
public sealed record ValidateDashboardETag(
    Guid PortfolioId,
    DateOnly? AsOf,
    DateTimeOffset? KnownAt,
    IReadOnlyList<string> Tags
) : ISnapshotQuery<string?>
{
    /// <summary>Which were asked for.</summary>
    public DashboardBlocks Blocks { get; init; }
}

internal sealed class ValidateDashboardETagHandler(IPipelineDb db, Scope scope, ICaller caller, TimeProvider time)
    : IRequestHandler<ValidateDashboardETag, string?>
{
    public async Task<string?> Handle(ValidateDashboardETag request, CancellationToken cancellationToken)
    {
        // Before anything is said: whoever has lost the portfolio gets the same 404 as without a tag.
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var begun = DashboardTag.Begin(
            await RecordedHead.ReadAsync(db, cancellationToken),
            request.PortfolioId,
            request.AsOf,
            request.KnownAt,
            caller.Language,
            request.Blocks
        );
        return request.Tags.FirstOrDefault(tag => DashboardTag.Holds(tag, begun, time.GetUtcNow()));
    }
}

/// <summary>
/// What a dashboard was made of: the place in the audit's chain, which every change of record moves on in its own transaction (docs/adr/0012); what was asked;
/// the program; and until when time alone changes nothing. It is all in the tag, so that nothing is kept that could be stale or somebody else's.
/// </summary>
internal static class DashboardTag
{
    // Another version of the program may count otherwise.
    private static readonly string Program = typeof(DashboardTag).Module.ModuleVersionId.ToString("N")[..8];

    /// <summary>Everything but the time.</summary>
    public static string Begin(
        AuditHead head,
        Guid portfolioId,
        DateOnly? asOf,
        DateTimeOffset? knownAt,
        Language language,
        DashboardBlocks blocks
    ) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Program}.{head.Entries}.{head.LastHash[..16]}.{portfolioId:N}.{asOf?.DayNumber}.{knownAt?.UtcTicks}.{language}.{blocks.Tag}"
        );

    /// <summary>A whole tag.</summary>
    public static string Of(string begun, DateTimeOffset goodUntil) =>
        string.Create(CultureInfo.InvariantCulture, $"{begun}{goodUntil.UtcTicks}");

    /// <summary>Whether what carries this tag holds now.</summary>
    public static bool Holds(string tag, string begun, DateTimeOffset now) =>
        tag.StartsWith(begun, StringComparison.Ordinal)
        && long.TryParse(tag.AsSpan(begun.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var until)
        && now.UtcTicks < until;
}
