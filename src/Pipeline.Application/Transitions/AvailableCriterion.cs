using Pipeline.Application.Resources;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Resources;

namespace Pipeline.Application.Transitions;

/// <summary>A criterion as judged now, with what helps where it is not met.</summary>
/// <param name="Resources">At most three; none where it is met.</param>
public sealed record AvailableCriterion(
    string Code,
    string Sentence,
    Severity Severity,
    bool Met,
    string Detail,
    IReadOnlyList<ResourceLink> Resources
) : CriterionReply(Code, Sentence, Severity, Met, Detail)
{
    internal static IReadOnlyList<AvailableCriterion> From(
        IEnumerable<JudgedCriterion> criteria,
        IReadOnlyList<Resource> resources,
        Language language
    ) =>
        [
            .. criteria.Select(c => new AvailableCriterion(
                c.Code,
                c.Sentence.In(language),
                c.Severity,
                c.Met,
                c.Detail.In(language),
                c.Met ? [] : ResourceLink.Of(resources, r => r.HelpsWith(c.Code))
            )),
        ];
}
