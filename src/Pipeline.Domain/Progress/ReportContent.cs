using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Indicators;

namespace Pipeline.Domain.Progress;

/// <summary>What a report says.</summary>
/// <param name="Sections">A text for each section; in a draft some may be missing.</param>
/// <param name="UseOfFunds">What was spent, a lever once.</param>
/// <param name="DocumentIds">Documents of the project that belong to it, as evidence of its readings too, under their own titles.</param>
/// <param name="IndicatorReadings">What indicators were when the period ended, an indicator once; recorded when the report is accepted.</param>
/// <param name="Evidence">What shows it, as of a passage: addresses, or documents under a title of the report's; of its readings too.</param>
public sealed record ReportContent(
    [property: MaxLength(ReportSchedule.MostSections)] IReadOnlyList<ReportSection> Sections,
    [property: MaxLength(Limits.List)] IReadOnlyList<FundsUsed>? UseOfFunds = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<Guid>? DocumentIds = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<ReportedReading>? IndicatorReadings = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<Link>? Evidence = null
)
{
    /// <summary>Held against its rules, texts trimmed, sections without a text left out.</summary>
    /// <param name="wanted">The schedule's sections.</param>
    /// <param name="currency">The lead portfolio's.</param>
    /// <param name="asked">The lead portfolio's indicators.</param>
    /// <exception cref="InvalidValueException">
    /// <c>unknown_code</c>, <c>duplicate</c>, <c>too_long</c>, <c>too_many</c>, <c>currency_differs</c>, <c>unknown_indicator</c>, <c>unit_differs</c>, <c>invalid_link</c>, <c>required</c>, or what money
    /// and values refuse.
    /// </exception>
    public ReportContent Checked(IReadOnlyList<string> wanted, string currency, IndicatorList asked)
    {
        var texts = Guard
            .List(Sections, "sections", ReportSchedule.MostSections)
            .Select(
                (s, i) =>
                    (
                        Section: Guard.KnownCode(s.Section, $"sections[{i}].section", wanted),
                        Text: Guard.Optional(s.Text, $"sections[{i}].text", Limits.Pages)
                    )
            )
            .ToList();
        Guard.Once(texts, s => s.Section, i => $"sections[{i}].section");
        var used = Guard.List(UseOfFunds, "useOfFunds");
        Guard.Once(used, u => u.Lever, i => $"useOfFunds[{i}].lever");
        var documents = Guard.List(DocumentIds, "documentIds");
        Guard.Once(documents, "documentIds");
        var evidence = Link.Checked(Evidence, "evidence");
        // Both become evidence of each reading, which is one list.
        if (documents.Count + evidence.Count > Limits.List)
            throw CommonRefusals.TooMany.With("evidence", documents.Count + evidence.Count, Limits.List).At("evidence");
        return new(
            [.. texts.Where(s => s.Text is not null).Select(s => new ReportSection(s.Section, s.Text!))],
            [
                .. used.Select(
                    (u, i) =>
                        new FundsUsed(
                            u.Lever,
                            u.Amount.Checked(currency, $"useOfFunds[{i}].amount"),
                            Guard.Optional(u.Comment, $"useOfFunds[{i}].comment", Limits.Paragraph)
                        )
                ),
            ],
            documents,
            CheckedReadings(IndicatorReadings, asked),
            evidence
        );
    }

    /// <summary>What a report says of indicators, held against the lead portfolio's list.</summary>
    /// <exception cref="InvalidValueException"><c>too_many</c>, <c>duplicate</c>, <c>unknown_indicator</c>, <c>unit_differs</c>, or what values refuse.</exception>
    public static IReadOnlyList<ReportedReading> CheckedReadings(
        IReadOnlyList<ReportedReading>? readings,
        IndicatorList asked
    )
    {
        var listed = Guard.List(readings, "indicatorReadings");
        Guard.Once(listed, r => r.Indicator, i => $"indicatorReadings[{i}].indicator");
        return [.. listed.Select((r, i) => r.Checked(asked, $"indicatorReadings[{i}]"))];
    }

    /// <summary>What was spent in all, in cents.</summary>
    public long UsedCents() => (UseOfFunds ?? []).Sum(u => u.Amount.InCents());
}
