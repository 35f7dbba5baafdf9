using Pipeline.Application.Modules;

namespace Pipeline.Application.Notifications;

/// <summary>Where what happened can be looked at.</summary>
internal static class NotificationLinks
{
    /// <summary>The path on this site, from what comes before the dot of an event's type, or from what is due.</summary>
    public static string Of(string type, DeadlineKind? deadline, Guid? projectId, Guid? portfolioId)
    {
        var what = deadline switch
        {
            DeadlineKind.TransitionReview => "transition",
            DeadlineKind.CommitmentEnd => "commitment",
            DeadlineKind.KeyExpiry => "key",
            DeadlineKind.ProgrammeSession => "programme",
            _ => type.Split('.')[0],
        };
        // Those who take part find the cohort there.
        if (deadline == DeadlineKind.ProgrammeSession && projectId is not null)
            return "/deadlines";
        if (projectId is { } project)
            return $"/projects/{project}{InProject(what)}";
        return what switch
        {
            "import" => "/imports",
            "key" => $"/admin/portfolios/{portfolioId}/keys",
            "member" => $"/admin/portfolios/{portfolioId}/members",
            "programme" or "cohort" or "participation" => $"/portfolios/{portfolioId}/programmes",
            "webhook" => $"/admin/portfolios/{portfolioId}",
            _ => $"/portfolios/{portfolioId}",
        };
    }

    private static string InProject(string what) =>
        what switch
        {
            "transition" => "/history",
            "commitment" or "delivery" or "repayment" => "/ledger",
            "evaluation" => "/evaluations",
            "progressReport" => "/progress-reports",
            _ => "",
        };
}
