using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;

namespace Pipeline.Application.Imports;

/// <summary>A portfolio's mappings, with those that are built in.</summary>
internal sealed class Mappings(IPipelineDb db, IMappingVocabulary vocabulary)
{
    /// <summary>What is built in under a name; null for the names that are free.</summary>
    public TableMapping? BuiltIn(string name) => vocabulary.BuiltIn.GetValueOrDefault(name);

    /// <summary>The mapping of a name; null without a name.</summary>
    /// <exception cref="InvalidValueException"><c>unknown_mapping</c>, with those that there are.</exception>
    public async Task<TableMapping?> NamedAsync(Guid portfolioId, string? name, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(name))
            return null;
        if (BuiltIn(name) is { } builtIn)
            return builtIn;
        if (await StoredAsync(portfolioId, name, cancellationToken) is { } stored)
            return stored.Mapping;
        var names = await db
            .ImportMappings.Where(m => m.PortfolioId == portfolioId)
            .OrderBy(m => m.Name)
            .Select(m => m.Name)
            .Take(Limits.List)
            .ToListAsync(cancellationToken);
        throw ImportRefusals
            .UnknownMapping.With(name, string.Join(", ", names.Concat(vocabulary.BuiltIn.Keys)))
            .At("mapping");
    }

    /// <summary>The portfolio's own mapping of a name; null where it has none.</summary>
    public Task<ImportMapping?> StoredAsync(Guid portfolioId, string name, CancellationToken cancellationToken) =>
        db.ImportMappings.FirstOrDefaultAsync(m => m.PortfolioId == portfolioId && m.Name == name, cancellationToken);

    /// <summary>Refuses an encoding that nobody knows.</summary>
    /// <exception cref="InvalidValueException"><c>unknown_encoding</c>, with those that there are.</exception>
    public void RequireEncoding(string? name, string field)
    {
        if (name is not null && !vocabulary.KnowsEncoding(name))
            throw ImportRefusals.UnknownEncoding.With(name, string.Join(", ", vocabulary.Encodings)).At(field);
    }

    /// <summary>Refuses a mapping that cannot be meant.</summary>
    /// <exception cref="InvalidValueException">Every single fault.</exception>
    public void Require(TableMapping mapping)
    {
        if (vocabulary.Faults(mapping) is { Count: > 0 } faults)
            throw InvalidValueException.Of(faults);
    }
}
