using Pipeline.Domain.Diagnoses;

namespace Pipeline.Domain.Tests.Diagnoses;

/// <summary>Answers beside the ones before: the same questions of the same version, and nothing else.</summary>
public sealed class AnswerSetTests
{
    private static readonly Questionnaire Questionnaire = Questionnaires.All[0];

    private static AnswerSet Of(int version, params (string Question, Mastery Level)[] answers) =>
        new(Questionnaire.Code, version, [.. answers.Select(a => new Answer(a.Question, a.Level))], Note: null);

    [Fact]
    public void Another_version_had_other_questions_and_is_compared_with_nothing()
    {
        var section = Questionnaire.Sections[0];
        var (first, second) = (section.Questions[0].Code, section.Questions[1].Code);
        var now = Of(2, (first, Mastery.Practised), (second, Mastery.None));

        now.ChangeIn(section, Of(1, (first, Mastery.None))).Should().BeNull();
        now.ChangeIn(section, Of(2)).Should().BeNull("nothing was answered both times");
        now.ChangeIn(section, Of(2, (first, Mastery.Begun), (second, Mastery.Begun)))
            .Should()
            .Be(new SectionChange(new(None: 0, Begun: 2, Practised: 0, Mastered: 0), Raised: 1, Lowered: 1));
        now.PositionIn(section).Should().Be(new SectionPosition(None: 1, Begun: 0, Practised: 1, Mastered: 0));
    }

    [Theory]
    [InlineData(1, 0, 1, 0, Mastery.None)]
    [InlineData(1, 0, 1, 1, Mastery.Practised)]
    [InlineData(0, 0, 0, 4, Mastery.Mastered)]
    [InlineData(2, 3, 0, 0, Mastery.Begun)]
    public void The_middle_answer_is_one_that_was_given(
        int none,
        int begun,
        int practised,
        int mastered,
        Mastery middle
    ) => new SectionPosition(none, begun, practised, mastered).Middle().Should().Be(middle);
}
