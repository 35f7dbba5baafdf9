using Microsoft.AspNetCore.Components;
using Pipeline.Application.Access;
using Pipeline.Application.Portfolios;

namespace Pipeline.Api.Web.Pages.Portfolios;

/// <summary>What the pages about one portfolio's rules, people and keys have in common; for its managers.</summary>
public abstract class ManagedPortfolio : Page
{
    /// <summary>The portfolio's id.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The portfolio as it is now.</summary>
    public PortfolioReply Portfolio { get; private set; } = null!;

    /// <inheritdoc />
    protected override async Task LoadAsync()
    {
        Portfolio = await AskAsync(new GetPortfolio(Id));
        if (!Visitor.ManagesPortfolio(Id))
            throw AccessRefusals.ManagersOnly.Exception();
    }
}
