using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Progress;

/// <summary>What a report says.</summary>
/// <param name="Sections">A text for each section; in a draft some may be missing.</param>
/// <param name="UseOfFunds">What was spent, a lever once.</param>
/// <param name="DocumentIds">Documents of the project that belong to it.</param>
public sealed record ReportContent(
    [property: MaxLength(ReportSchedule.MostSections)] IReadOnlyList<ReportSection> Sections,
    [property: MaxLength(Limits.List)] IReadOnlyList<FundsUsed>? UseOfFunds = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<Guid>? DocumentIds = null
)
{
    /// <summary>Held against its rules, texts trimmed, sections without a text left out.</summary>
    /// <param name="wanted">The schedule's sections.</param>
    /// <param name="currency">The lead portfolio's.</param>
    /// <exception cref="InvalidValueException"><c>unknown_code</c>, <c>duplicate</c>, <c>too_long</c>, <c>too_many</c>, <c>currency_differs</c>, or what money refuses.</exception>
    public ReportContent Checked(IReadOnlyList<string> wanted, string currency)
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
            documents
        );
    }

    /// <summary>What was spent in all, in cents.</summary>
    public long UsedCents() => (UseOfFunds ?? []).Sum(u => u.Amount.InCents());
}
