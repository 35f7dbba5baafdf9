using Xunit.Sdk;

namespace Pipeline.Api.Tests.Common;

/// <summary>
/// Leaves a test, or a class of them, out where the suite runs on a server: <c>--filter Database!=Sqlite</c>, as <c>.ci/run</c> does. What it shows is SQLite's
/// own, or is the same on every database since it asks none.
/// </summary>
/// <param name="because">Why a server would show nothing.</param>
[TraitDiscoverer("Pipeline.Api.Tests.Common.SqliteOnlyDiscoverer", "Pipeline.Api.Tests")]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SqliteOnlyAttribute(string because) : Attribute, ITraitAttribute
{
    /// <summary>Why a server would show nothing.</summary>
    public string Because => because;
}
