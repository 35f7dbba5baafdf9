using Microsoft.AspNetCore.Components;
using Pipeline.Application.Portfolios;

namespace Pipeline.Api.Web.Pages.Portfolios;

/// <summary>What the pages about one portfolio have in common; for whoever sees it.</summary>
public abstract class SeenPortfolio : Page
{
    /// <summary>The portfolio's id.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The portfolio as it is now.</summary>
    public PortfolioReply Portfolio { get; private set; } = null!;

    /// <summary>The address of the view.</summary>
    protected Address View => Address.Of(Http.Request);

    /// <inheritdoc />
    protected override async Task LoadAsync() => Portfolio = await AskAsync(new GetPortfolio(Id));
}
