using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>A list of projects as somebody keeps it under a name: theirs alone, unless they share it with a portfolio.</summary>
public sealed class SavedView : AggregateRoot
{
    private SavedView() { }

    /// <summary>A new view.</summary>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>.</exception>
    public SavedView(Guid userId, string name, string query, Guid? portfolioId, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        UserId = userId;
        Name = Guard.Required(name, "name", Limits.Code);
        (Query, PortfolioId) = (Checked(query), portfolioId);
    }

    /// <summary>Whose.</summary>
    public Guid UserId { get; private init; }

    /// <summary>What its owner calls it.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Filters, order and columns, as the address of the list has them; empty for the whole list.</summary>
    public string Query { get; private set; } = "";

    /// <summary>Whose members see it too; null for nobody's.</summary>
    public Guid? PortfolioId { get; private set; }

    /// <summary>Shows something else from now on, or to others.</summary>
    /// <exception cref="InvalidValueException"><c>too_long</c>.</exception>
    public void Change(string query, Guid? portfolioId)
    {
        (Query, PortfolioId) = (Checked(query), portfolioId);
        Touch();
    }

    private static string Checked(string query) => Guard.Optional(query, "query", Limits.Url) ?? "";
}
