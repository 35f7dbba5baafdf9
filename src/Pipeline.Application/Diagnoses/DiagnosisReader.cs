using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Application.Reference;
using Pipeline.Application.Resources;
using Pipeline.Domain.Diagnoses;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Records;
using Pipeline.Domain.Resources;

namespace Pipeline.Application.Diagnoses;

/// <summary>Shows the self-diagnoses of a project.</summary>
public sealed class DiagnosisReader(FactStore facts, ReferenceData reference, Names names, ICaller caller)
{
    /// <summary>All of them, the newest day first.</summary>
    public async Task<IReadOnlyList<DiagnosisReply>> ReadAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var sets = await facts.OfProjectAsync<AnswerSet>(FactKind.Diagnosis, projectId, cancellationToken);
        var (resources, _) = await reference.ResourcesAsync(cancellationToken);
        var person = await names.OfPeopleAsync(sets.Select(s => s.Entry.RecordedBy), cancellationToken);
        List<DiagnosisReply> shown = [];
        foreach (var ofOne in sets.GroupBy(s => s.Says.Questionnaire))
        {
            Fact<AnswerSet>? former = null;
            foreach (var set in ofOne.OrderBy(s => s.Entry.On).ThenBy(s => s.Entry.RecordedAt))
            {
                shown.Add(Of(set, former, resources, person));
                former = set;
            }
        }
        return [.. shown.OrderByDescending(d => d.Date).ThenByDescending(d => d.RecordedAt)];
    }

    private DiagnosisReply Of(
        Fact<AnswerSet> fact,
        Fact<AnswerSet>? former,
        IReadOnlyList<Resource> resources,
        Func<Guid, NamedRef> person
    )
    {
        var (entry, set) = (fact.Entry, fact.Says);
        var questionnaire = Questionnaires.Find(set.Questionnaire, "questionnaire");
        return new(
            entry.Id,
            entry.ProjectId,
            set.Questionnaire,
            set.Version,
            entry.On,
            set.Answers,
            set.Note,
            former?.Entry.Id,
            [
                .. questionnaire.Sections.Select(s =>
                {
                    var degrees = set.PositionIn(s);
                    var change = former is null ? null : set.ChangeIn(s, former.Says);
                    return new DiagnosisSection(
                        s.Code,
                        s.Label.In(caller.Language),
                        s.Group?.In(caller.Language),
                        set.LevelsIn(s).Count,
                        s.Questions.Count,
                        (int?)degrees?.Middle(),
                        (int?)change?.Former.Middle(),
                        degrees,
                        change?.Former,
                        change?.Raised,
                        change?.Lowered
                    );
                }),
            ],
            [
                .. set.Gaps()
                    .Select(g => new DiagnosisGap(
                        g.Section.Code,
                        g.Question.Code,
                        g.Question.Label.In(caller.Language),
                        g.Level,
                        [
                            .. g.Question.Criteria.Select(c => new TouchedCriterion(
                                c,
                                Gates.Criterion(c).Sentence.In(caller.Language)
                            )),
                        ],
                        ResourceLink.Of(resources, r => g.Question.Criteria.Any(r.HelpsWith))
                    )),
            ],
            entry.RecordedAt,
            person(entry.RecordedBy)
        );
    }
}
