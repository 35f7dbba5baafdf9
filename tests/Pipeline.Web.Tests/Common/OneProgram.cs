namespace Pipeline.Web.Tests.Common;

/// <summary>One program and one browser for the whole assembly.</summary>
[CollectionDefinition(Name)]
public sealed class OneProgram : ICollectionFixture<WebApp>
{
    public const string Name = "web";
}
