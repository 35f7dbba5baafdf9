using MediatR;
using Pipeline.Application.Common;

namespace Pipeline.Architecture.Tests;

/// <summary>A use case is one file: <c>Application/&lt;Feature&gt;/&lt;VerbNoun&gt;.cs</c>, with its request, reply and handler.</summary>
public sealed class HandlerTests
{
    private static readonly string Root = RepositoryRoot();

    public static TheoryData<string, string> Handlers()
    {
        var data = new TheoryData<string, string>();
        foreach (var (request, feature) in Requests())
            data.Add(request, feature);
        return data;
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public void Every_use_case_has_one_file_of_its_own(string request, string feature) =>
        Fault(request, feature, path => File.Exists(path) ? File.ReadAllText(path) : null).Should().BeNull();

    [Fact]
    public void Every_request_has_one_handler()
    {
        var types = typeof(IPipelineDb).Assembly.GetTypes();
        var requests = types.Where(t =>
            t is { IsClass: true, IsAbstract: false }
            && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>))
        );
        requests.Select(r => r.Name).Should().BeEquivalentTo(Requests().Select(r => r.Request));
    }

    [Fact]
    public void Whatever_is_asked_as_known_at_an_instant_is_read_in_one_snapshot() =>
        typeof(IPipelineDb)
            .Assembly.GetTypes()
            .Where(t =>
                t.GetProperty("KnownAt") is not null
                && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>))
                && !t.GetInterfaces()
                    .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ISnapshotQuery<>))
            )
            .Should()
            .BeEmpty("figures of two moments would not agree with each other (docs/adr/0018)");

    [Fact]
    public void A_planted_handler_in_a_foreign_file_is_found()
    {
        Fault("MoveMountain", "Projects", _ => null).Should().Be("Projects/MoveMountain.cs is missing");
        Fault("MoveMountain", "Projects", _ => "public sealed record MoveMountain;")
            .Should()
            .Be("Projects/MoveMountain.cs does not hold MoveMountainHandler");
    }

    private static string? Fault(string request, string feature, Func<string, string?> read)
    {
        var text = read(Path.Combine(Root, "src", "Pipeline.Application", feature, $"{request}.cs"));
        if (text is null)
            return $"{feature}/{request}.cs is missing";
        foreach (var part in new[] { $"record {request}", $"class {request}Handler" })
            if (!text.Contains(part, StringComparison.Ordinal))
                return $"{feature}/{request}.cs does not hold {part.Split(' ')[1]}";
        return null;
    }

    private static IEnumerable<(string Request, string Feature)> Requests() =>
        from type in typeof(IPipelineDb).Assembly.GetTypes()
        from handled in type.GetInterfaces()
        where handled.IsGenericType && handled.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
        let request = handled.GetGenericArguments()[0]
        select (request.Name, type.Namespace!["Pipeline.Application.".Length..].Replace('.', '/'));

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
                return folder.FullName;
        throw new InvalidOperationException("Pipeline.sln lies in no folder above the tests.");
    }
}
