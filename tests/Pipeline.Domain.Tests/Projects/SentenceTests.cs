using System.Text.RegularExpressions;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Tests.Projects;

/// <summary>What people read of a gate is a sentence of their language: no code, no name of a field, no figure of another language.</summary>
public sealed partial class SentenceTests
{
    private static readonly LifecyclePolicy Fine = LifecyclePolicy.Default with
    {
        CapacityBuildingTarget = 0.2234m,
        EvaluationCeiling = 0.0812m,
    };

    public static TheoryData<Phase, string> Criteria()
    {
        var criteria = new TheoryData<Phase, string>();
        foreach (var phase in PhaseOrder.All)
        foreach (var criterion in Gates.After(phase)?.Criteria ?? [])
            criteria.Add(phase, criterion.Code);
        return criteria;
    }

    [Theory]
    [MemberData(nameof(Criteria))]
    public void A_criterion_is_told_in_sentences(Phase phase, string code)
    {
        var (nothing, met) = (Facts.Nothing(phase), Facts.Of(phase, [code]));
        foreach (
            var facts in new[]
            {
                nothing,
                met,
                met with
                {
                    FundingForExperimentation = 3_000_000,
                    DeliveredInPhase = 3_000_000,
                },
            }
        )
        {
            var judged = Gates.After(phase)!.Judge(facts, Fine).Single(c => c.Code == code);
            foreach (var said in new[] { Gates.Criterion(code).Sentence, judged.Detail })
            {
                CodeOrField().Matches(said.En).Should().BeEmpty(said.En);
                CodeOrField().Matches(said.Fr).Should().BeEmpty(said.Fr);
                EnglishDecimal().Matches(said.Fr).Should().BeEmpty(said.Fr);
                Bare().Matches(said.En + said.Fr).Should().BeEmpty(said.En);
            }
        }
    }

    [Fact]
    public void What_a_passage_refuses_is_said_without_codes()
    {
        var refusals = typeof(TransitionRefusals)
            .GetFields()
            .Select(f => f.GetValue(null))
            .OfType<Domain.Common.Refusal>()
            .Append(ProjectRefusals.TakeOverNameless)
            .ToList();
        refusals.Should().HaveCountGreaterThan(15);
        foreach (var said in refusals.Select(r => r.Sentence))
            CodeOrField().Matches($"{said.En}\n{said.Fr}").Should().BeEmpty(said.En);
    }

    [Theory]
    [InlineData(0, "EUR", "€0", "0\u00a0€")]
    [InlineData(99, "GBP", "£0.99", "0,99\u00a0£")]
    [InlineData(3_000_000, "USD", "$30,000", "30\u202f000\u00a0$")]
    [InlineData(279_650_050, "CHF", "CHF\u00a02,796,500.50", "2\u202f796\u202f500,50\u00a0CHF")]
    [InlineData(-123_456_789, "EUR", "−€1,234,567.89", "−1\u202f234\u202f567,89\u00a0€")]
    public void An_amount_is_written_as_its_language_does(long cents, string currency, string en, string fr) =>
        Figures.Amount(cents, currency).Should().Be(new Text(en, fr));

    // camelCase, or two words that a dot joins.
    [GeneratedRegex(@"\b[a-z]+[A-Z]\w*|\b[a-zA-Z]+\.[a-zA-Z]+\b")]
    private static partial Regex CodeOrField();

    [GeneratedRegex(@"\d\.\d")]
    private static partial Regex EnglishDecimal();

    [GeneratedRegex(@"\d{4,}[.,]\d\d")]
    private static partial Regex Bare();
}
