using Pipeline.Application.Access;

namespace Pipeline.Api.Web.Pages.Portfolios;

/// <summary>What the pages about one portfolio's rules, people and keys have in common; for its managers.</summary>
public abstract class ManagedPortfolio : SeenPortfolio
{
    /// <inheritdoc />
    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        if (!Visitor.ManagesPortfolio(Id))
            throw AccessRefusals.ManagersOnly.Exception();
    }
}
