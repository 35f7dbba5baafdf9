using Xunit.Abstractions;
using Xunit.Sdk;

namespace Pipeline.Api.Tests.Common;

/// <summary>Gives tests that <see cref="SqliteOnlyAttribute"/> marks the trait by which they are left out.</summary>
public sealed class SqliteOnlyDiscoverer : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute) =>
        [new("Database", "Sqlite")];
}
