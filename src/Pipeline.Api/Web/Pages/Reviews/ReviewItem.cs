using Pipeline.Application.Transitions;
using Pipeline.Domain.Projects;

namespace Pipeline.Api.Web.Pages.Reviews;

/// <summary>A report that waits, as its reviewer sees it.</summary>
/// <param name="Report">The report.</param>
/// <param name="PortfolioId">Who leads its project, and decides.</param>
/// <param name="PortfolioName">What that portfolio is called.</param>
/// <param name="Gate">The gate of its move as judged now.</param>
/// <param name="MayDecide">The visitor decides on it.</param>
public sealed record ReviewItem(
    TransitionReply Report,
    Guid PortfolioId,
    string PortfolioName,
    IReadOnlyList<CriterionReply> Gate,
    bool MayDecide
)
{
    /// <summary>What blocks it, is not met, and is not asked to be waived.</summary>
    public IReadOnlyList<CriterionReply> Missing => [.. Blocking.Where(c => !IsWaived(c))];

    /// <summary>How much of what blocks it is asked to be waived.</summary>
    public int Waived => Blocking.Count(IsWaived);

    private IEnumerable<CriterionReply> Blocking => Gate.Where(c => c is { Met: false, Severity: Severity.Block });

    private bool IsWaived(CriterionReply criterion) => Report.RequestedWaivers.Any(w => w.Criterion == criterion.Code);
}
