using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>A list of projects that a person keeps under a name: theirs alone, or shared with those who see a portfolio.</summary>
public sealed class SavedView : AggregateRoot
{
    /// <summary>The most that one person keeps.</summary>
    public const int MostOfOne = Limits.List;

    private SavedView() { }

    /// <summary>A new view.</summary>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>, <c>invalid_text</c>.</exception>
    public SavedView(Guid userId, string name, string query, Guid? portfolioId, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        UserId = userId;
        Describe(name, query, portfolioId);
    }

    /// <summary>Whose.</summary>
    public Guid UserId { get; private init; }

    /// <summary>What it is called; its owner has one of that name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Filters, order and columns, as the address of the list has them; empty for the whole list.</summary>
    public string Query { get; private set; } = "";

    /// <summary>The portfolio that it is shared with; null for nobody's.</summary>
    public Guid? PortfolioId { get; private set; }

    /// <summary>Is called, shows or is shared otherwise from now on.</summary>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>, <c>invalid_text</c>.</exception>
    public void Change(string name, string query, Guid? portfolioId)
    {
        Describe(name, query, portfolioId);
        Touch();
    }

    private void Describe(string name, string query, Guid? portfolioId)
    {
        Name = Guard.Required(name, "name", Limits.Code);
        // Addresses are shown with the mark that begins their query, and copied with it.
        Query = Guard.Optional(query?.TrimStart('?'), "query", Limits.Url) ?? "";
        PortfolioId = portfolioId;
    }
}
