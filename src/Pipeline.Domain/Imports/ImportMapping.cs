using Pipeline.Domain.Common;

namespace Pipeline.Domain.Imports;

/// <summary>A mapping that a portfolio keeps by its name.</summary>
public sealed class ImportMapping : AggregateRoot
{
    private ImportMapping() { }

    /// <summary>A new mapping.</summary>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>.</exception>
    public ImportMapping(Guid portfolioId, string name, TableMapping mapping, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        PortfolioId = portfolioId;
        Name = Guard.Required(name, "name", Limits.Code);
        Mapping = mapping;
    }

    /// <summary>Whose.</summary>
    public Guid PortfolioId { get; private init; }

    /// <summary>What imports call it by.</summary>
    public string Name { get; private init; } = "";

    /// <summary>What it says.</summary>
    public TableMapping Mapping { get; private set; } = new(new Dictionary<string, string>());

    /// <summary>Says something else from now on.</summary>
    public void Change(TableMapping mapping)
    {
        Mapping = mapping;
        Touch();
    }
}
