namespace Pipeline.Application.Notifications;

/// <summary>Where what happened can be looked at.</summary>
internal static class NotificationLinks
{
    /// <summary>The path on this site, from what comes before the dot of an event's type.</summary>
    public static string Of(string type, Guid? projectId, Guid? portfolioId)
    {
        var what = type.Split('.')[0];
        if (projectId is { } project)
            return $"/projects/{project}{InProject(what)}";
        return what switch
        {
            "import" => "/imports",
            "member" => $"/admin/portfolios/{portfolioId}/members",
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
            _ => "",
        };
}
