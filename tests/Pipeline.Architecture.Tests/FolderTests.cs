using Pipeline.Application.Common;
using Pipeline.Domain.Projects;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Architecture.Tests;

/// <summary>Arrows point one way, between the folders of a layer too.</summary>
public sealed class FolderTests
{
    /// <summary>Each layer, with the arrows that still close a circle. The lists only shrink: an arrow that closes none any more has to be struck out.</summary>
    public static TheoryData<Type, string[]> Layers =>
        new()
        {
            { typeof(Project), [] },
            { typeof(IPipelineDb), [] },
            // The one context maps the accounts too.
            { typeof(PipelineDbContext), ["Persistence -> Identity"] },
            {
                typeof(Program),
                ["Hosting -> Cli", "Hosting -> Endpoints", "Problems -> Binding", "Problems -> Hosting"]
            },
        };

    [Theory, MemberData(nameof(Layers))]
    public void No_circle_of_folders_is_closed_but_by_the_arrows_that_are_known(Type typeOfLayer, string[] known)
    {
        var uses = UsesOf(typeOfLayer);
        uses.Should().NotBeEmpty();

        FolderRules.Circles(uses.Where(use => !known.Contains(use.Arrow))).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Layers))]
    public void Every_known_arrow_still_closes_a_circle(Type typeOfLayer, string[] known)
    {
        var uses = UsesOf(typeOfLayer);

        foreach (var arrow in known)
            FolderRules
                .Circles(uses.Where(use => use.Arrow == arrow || !known.Contains(use.Arrow)))
                .Should()
                .Contain(circle => circle.Arrow == arrow, $"{arrow} can be struck out of the list");
    }

    [Fact]
    public void The_domain_s_folders_are_in_the_order_of_the_house()
    {
        string[] order =
        [
            "Common",
            "Phases",
            "Reference",
            "Organisations",
            "Support",
            "Evaluations",
            "Projects",
            "Portfolios",
        ];

        UsesOf(typeof(Project))
            .Where(use => order.Contains(use.From) && Array.IndexOf(order, use.To) >= Array.IndexOf(order, use.From))
            .Should()
            .BeEmpty();
    }

    [Fact]
    public void A_planted_circle_is_found_over_any_number_of_folders()
    {
        FolderUse first = new("A", "B", "X", "Y"),
            second = new("B", "C", "Y", "Z"),
            third = new("C", "A", "Z", "X"),
            aside = new("C", "D", "Z", "W");

        FolderRules.Circles([first, second, third, aside]).Should().Equal(first, second, third);
        FolderRules.Circles([first, second, aside]).Should().BeEmpty();
    }

    [Theory]
    [InlineData(typeof(Planted.InASignature))]
    [InlineData(typeof(Planted.InABody))]
    [InlineData(typeof(Planted.InALambda))]
    [InlineData(typeof(Planted.AsAnArgument))]
    [InlineData(typeof(Planted.AsAnAttribute))]
    public void A_planted_use_is_found(Type user) =>
        user.GetNestedTypes(System.Reflection.BindingFlags.NonPublic)
            .Prepend(user)
            .SelectMany(TypeUse.Of)
            .Should()
            .Contain(typeof(Planted.Used));

    private static IReadOnlyList<FolderUse> UsesOf(Type typeOfLayer) =>
        FolderRules.Uses(typeOfLayer.Assembly.GetTypes(), typeOfLayer.Assembly.GetName().Name!);
}
