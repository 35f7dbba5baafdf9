using System.Reflection;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Support;

namespace Pipeline.Domain.Tests.Reference;

public class VocabularyTests
{
    private static readonly string[] Namespaces =
    [
        "Pipeline.Domain.Phases",
        "Pipeline.Domain.Projects",
        "Pipeline.Domain.Support",
        "Pipeline.Domain.Evaluations",
        "Pipeline.Domain.Reference",
    ];

    /// <summary>Every public enum of the vocabulary; one that is added is under test from then on.</summary>
    public static TheoryData<Type> Enums => [.. EnumTypes];

    private static IEnumerable<Type> EnumTypes =>
        typeof(Phase).Assembly.GetExportedTypes().Where(type => type.IsEnum && Namespaces.Contains(type.Namespace));

    private static IEnumerable<Enum> MembersOf(Type type) => Enum.GetValues(type).Cast<Enum>();

    [Fact]
    public void The_search_for_enums_finds_the_vocabulary() =>
        EnumTypes
            .Select(type => type.Name)
            .Should()
            .Contain([
                "Phase",
                "Stage",
                "Standing",
                "SocioEconomicModel",
                "TakeOverKind",
                "StakeholderKind",
                "Lever",
                "Nature",
                "RatioKind",
                "EvaluationForm",
                "EvaluationMaturity",
                "Participant",
                "Verdict",
                "DomainFamily",
                "ActorProfile",
                "OrganisationSize",
                "TerritorialLevel",
                "SizeSegment",
                "ImpactKind",
            ]);

    [Theory, MemberData(nameof(Enums))]
    public void Every_member_has_a_label_of_its_own_in_both_languages(Type type)
    {
        foreach (var member in MembersOf(type))
        {
            var label = FluentActions
                .Invoking(() => Labels.Of(member))
                .Should()
                .NotThrow($"{type.Name}.{member} needs a label")
                .Subject;
            label.En.Should().NotBeNullOrWhiteSpace();
            label.Fr.Should().NotBeNullOrWhiteSpace();
        }
        MembersOf(type).Select(m => Labels.Of(m).En).Should().OnlyHaveUniqueItems();
        MembersOf(type).Select(m => Labels.Of(m).Fr).Should().OnlyHaveUniqueItems();
    }

    [Theory, MemberData(nameof(Enums))]
    public void Every_member_has_a_camelCase_code_that_parses_back(Type type)
    {
        typeof(VocabularyTests)
            .GetMethod(nameof(CodesParseBack), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type)
            .Invoke(null, null);
    }

    private static void CodesParseBack<T>()
        where T : struct, Enum
    {
        foreach (var member in Enum.GetValues<T>())
        {
            var code = Codes.Of(member);
            code.Should().MatchRegex("^[a-z][a-zA-Z0-9]*$").And.BeEquivalentTo(member.ToString());
            Codes.TryParse<T>(code, out var parsed).Should().BeTrue();
            parsed.Should().Be(member);
        }
        Codes.All<T>().Should().Equal(Enum.GetValues<T>().Select(m => Codes.Of(m)));
    }

    // A database column or a request that lacks the value reads as 0, which has to be recognisable as nothing.
    [Theory, MemberData(nameof(Enums))]
    public void Members_count_from_one_so_that_zero_means_nothing(Type type) =>
        MembersOf(type).Select(Convert.ToInt32).Should().Equal(Enumerable.Range(1, MembersOf(type).Count()));

    [Theory]
    [InlineData(Stage.SocietalRnd, "societalRnd")]
    [InlineData(Nature.InKind, "inKind")]
    [InlineData(SizeSegment.From50000, "from50000")]
    [InlineData(Phase.ScalingOut, "scalingOut")]
    [InlineData(TakeOverKind.PublicPolicy, "publicPolicy")]
    public void Codes_are_the_contract(Enum member, string code) => Codes.Of(member).Should().Be(code);

    [Theory]
    [InlineData("Conception")]
    [InlineData("CONCEPTION")]
    [InlineData("conception ")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("active")]
    public void Only_the_exact_code_parses(string? code)
    {
        Codes.TryParse<Phase>(code, out var phase).Should().BeFalse();
        phase.Should().Be(default(Phase));
    }

    [Fact]
    public void A_value_outside_its_enum_has_neither_code_nor_label()
    {
        FluentActions.Invoking(() => Codes.Of((Phase)9)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Labels.Of((Phase)9)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Labels.Of(Language.Fr)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void French_labels_are_the_terms_of_the_field()
    {
        Enum.GetValues<Phase>()
            .Select(p => Labels.Of(p).Fr)
            .Should()
            .Equal("Conception", "Expérimentation", "Modélisation", "Essaimage", "Industrialisation");
        Enum.GetValues<Stage>()
            .Select(s => Labels.Of(s).Fr)
            .Should()
            .Equal("R&D sociétale", "Preuve de concept", "Déploiement");
        Enum.GetValues<Lever>()
            .Select(l => Labels.Of(l).Fr)
            .Should()
            .Equal(
                "Financement",
                "Apport en expertises et réseaux",
                "Conseil en stratégie et management, aide à la décision de la gouvernance",
                "Évaluation"
            );
        Enum.GetValues<RatioKind>()
            .Select(k => Labels.Of(k).Fr)
            .Should()
            .Equal("Part de renforcement des capacités", "Part d'évaluation");
        Enum.GetValues<StakeholderKind>()
            .Select(k => Labels.Of(k).Fr)
            .Should()
            .Equal(
                "Porteur d'idée",
                "Catalyseur",
                "Financeur",
                "Bénéficiaire",
                "Expert, conseil",
                "Académique",
                "Institution",
                "Pair",
                "Gouvernance"
            );
    }
}
