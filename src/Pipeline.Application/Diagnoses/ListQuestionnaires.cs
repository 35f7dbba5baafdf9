using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Diagnoses;

namespace Pipeline.Application.Diagnoses;

/// <summary>The questionnaires by which people place themselves and their projects; everybody who has signed in.</summary>
public sealed record ListQuestionnaires : IQuery<Listed<QuestionnaireReply>>;

internal sealed class ListQuestionnairesHandler(ICaller caller)
    : IRequestHandler<ListQuestionnaires, Listed<QuestionnaireReply>>
{
    public Task<Listed<QuestionnaireReply>> Handle(ListQuestionnaires request, CancellationToken cancellationToken) =>
        Task.FromResult(
            new Listed<QuestionnaireReply>([
                .. Questionnaires.All.Select(q => QuestionnaireReply.From(q, caller.Language)),
            ])
        );
}
