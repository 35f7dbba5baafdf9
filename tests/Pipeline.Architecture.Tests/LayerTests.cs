using System.Reflection;
using Pipeline.Application.Common;
using Pipeline.Domain.Projects;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Architecture.Tests;

public sealed class LayerTests
{
    private static readonly Assembly[] Layers =
    [
        typeof(Project).Assembly,
        typeof(IPipelineDb).Assembly,
        typeof(PipelineDbContext).Assembly,
        typeof(Program).Assembly,
    ];

    [Fact]
    public void The_tests_look_at_the_four_layers() =>
        Layers.Select(a => a.GetName().Name).Should().Equal(LayerRules.MayKnow.Keys);

    [Fact]
    public void No_layer_knows_one_further_out() =>
        Layers
            .SelectMany(a => LayerRules.ForbiddenReferences(a.GetName().Name!, a.GetReferencedAssemblies()))
            .Should()
            .BeEmpty();

    [Fact]
    public void Pages_know_the_application_and_never_what_stands_behind_it()
    {
        var pages = typeof(Program).Assembly.GetTypes().Where(t => Within(t, "Pipeline.Api.Web")).ToList();
        pages.Should().HaveCountGreaterThan(40);

        Uses(pages)
            .Where(use => Within(use.Used, "Pipeline.Infrastructure"))
            .Select(use => use.User.Name)
            .Should()
            .BeEmpty();
    }

    [Fact]
    public void A_planted_use_of_what_stands_behind_is_found() =>
        Uses([typeof(Behind)]).Should().Contain(use => Within(use.Used, "Pipeline.Infrastructure"));

    private static IEnumerable<(Type User, Type Used)> Uses(IEnumerable<Type> types) =>
        types.SelectMany(t => TypeUse.Of(t).Select(used => (t, used)));

    private static bool Within(Type type, string space) =>
        type.Namespace == space || type.Namespace?.StartsWith(space + ".", StringComparison.Ordinal) == true;

    [Fact]
    public void The_domain_knows_the_framework_and_its_state_machine_alone() =>
        LayerRules.PackagesOf(typeof(Project).Assembly.GetReferencedAssemblies()).Should().BeEmpty();

    [Fact]
    public void Aggregates_are_changed_by_their_verbs_alone() =>
        LayerRules.OpenSetters(typeof(Project).Assembly.GetTypes()).Should().BeEmpty();

    [Fact]
    public void A_planted_reference_outwards_is_found() =>
        LayerRules
            .ForbiddenReferences(
                "Pipeline.Domain",
                [new AssemblyName("System.Runtime"), new AssemblyName("Pipeline.Infrastructure")]
            )
            .Should()
            .Equal("Pipeline.Domain references Pipeline.Infrastructure");

    [Fact]
    public void A_planted_package_in_the_domain_is_found() =>
        LayerRules
            .PackagesOf([new AssemblyName("System.Linq"), new AssemblyName("Stateless"), new AssemblyName("MediatR")])
            .Should()
            .Equal("the domain references MediatR");

    [Fact]
    public void A_planted_public_setter_is_found() =>
        LayerRules.OpenSetters([typeof(Planted)]).Should().Equal("Planted.Name has a public setter");

    private sealed class Planted
    {
        public string Name { get; set; } = "";

        public string Fixed { get; init; } = "";
    }

    private sealed class Behind
    {
        public PipelineDbContext? Db { get; init; }
    }
}
