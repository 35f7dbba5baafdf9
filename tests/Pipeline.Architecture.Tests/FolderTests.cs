using Pipeline.Application.Common;
using Pipeline.Domain.Projects;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Architecture.Tests;

/// <summary>Arrows point one way, between folders too.</summary>
public sealed class FolderTests
{
    /// <summary>Each layer, with the arrows that still lie on a circle. The lists may only shrink: one that is free fails the test until it is struck out.</summary>
    public static TheoryData<Type, string[]> Layers =>
        new()
        {
            { typeof(Project), [] },
            { typeof(IPipelineDb), [] },
            { typeof(PipelineDbContext), [] },
            { typeof(Program), [] },
        };

    [Theory, MemberData(nameof(Layers))]
    public void No_folder_of_a_layer_is_on_a_circle_but_those_that_are_known(Type typeOfLayer, string[] known)
    {
        var layer = typeOfLayer.Assembly.GetName().Name!;
        var uses = FolderRules.Uses(typeOfLayer.Assembly.GetTypes(), layer);

        uses.Should().NotBeEmpty();
        var circles = FolderRules.Circles(uses);
        circles
            .Keys.Select(arrow => $"{arrow.From} -> {arrow.To}")
            .Should()
            .BeEquivalentTo(
                known,
                string.Join(
                    "; ",
                    circles.Select(c => $"{c.Key.From} -> {c.Key.To}: {string.Join(", ", c.Value.Take(12))}")
                )
            );
    }
}
