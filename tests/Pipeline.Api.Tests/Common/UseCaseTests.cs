using System.Reflection;
using MediatR;
using Pipeline.Application.Common;

namespace Pipeline.Api.Tests.Common;

/// <summary>A use case has a class of tests that names it: where its behaviour is held can be looked up, and a new one is not forgotten.</summary>
public sealed class UseCaseTests
{
    private static readonly Type[] TestClasses = typeof(UseCaseTests).Assembly.GetTypes();

    [Fact]
    public void Every_use_case_has_a_class_of_tests_that_names_it() =>
        Untested(Requests(), TestClasses).Should().BeEmpty("each needs a class marked [UseCases(typeof(It))]");

    [Fact]
    public void What_names_a_use_case_tests_something() =>
        TestClasses
            .Where(type => Named(type).Any() && !type.GetMethods().Any(IsTest))
            .Should()
            .BeEmpty("a class without tests holds nothing");

    [Fact]
    public void What_is_named_is_a_use_case() => TestClasses.SelectMany(Named).Except(Requests()).Should().BeEmpty();

    [Fact]
    public void A_planted_use_case_is_found() =>
        Untested([.. Requests(), typeof(Planted)], TestClasses).Should().Equal(nameof(Planted));

    private static IEnumerable<string> Untested(IEnumerable<Type> requests, IEnumerable<Type> classes) =>
        requests.Except(classes.SelectMany(Named)).Select(request => request.Name).Order(StringComparer.Ordinal);

    private static IReadOnlyList<Type> Named(Type type) =>
        type.GetCustomAttribute<UseCasesAttribute>(inherit: false)?.Requests ?? [];

    private static bool IsTest(MethodInfo method) => method.GetCustomAttribute<FactAttribute>() is not null;

    private static IReadOnlyList<Type> Requests() =>
        [
            .. typeof(IPipelineDb)
                .Assembly.GetTypes()
                .Where(type =>
                    type is { IsClass: true, IsAbstract: false }
                    && type.GetInterfaces()
                        .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>))
                ),
        ];

    private sealed record Planted : IQuery<int>;
}
