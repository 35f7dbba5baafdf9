using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Diagnoses;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Diagnoses;

/// <summary>Records how a project is placed on a day; its owners and managers. What was answered before stays.</summary>
public sealed record RecordDiagnosis(Guid ProjectId, DiagnosisBody Body) : ICommand<DiagnosisReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.DescribingNotPermitted,
            CommonRefusals.DateInFuture,
            CommonRefusals.UnknownCode,
            CommonRefusals.Duplicate,
        ];
}

/// <summary>The answers to a questionnaire.</summary>
/// <param name="Questionnaire">Its code.</param>
/// <param name="Date">The day they are of; not in the future.</param>
/// <param name="Answers">One a question at most; what is left out is not placed.</param>
/// <param name="Note">What is to be remembered beside.</param>
public sealed record DiagnosisBody(
    [property: StringLength(Limits.Code)] string Questionnaire,
    DateOnly Date,
    [property: MaxLength(Limits.List)] IReadOnlyList<Answer> Answers,
    [property: StringLength(Limits.Pages)] string? Note = null
);

internal sealed class RecordDiagnosisHandler(Scope scope, FactStore facts, DiagnosisReader diagnoses)
    : IRequestHandler<RecordDiagnosis, DiagnosisReply>
{
    public async Task<DiagnosisReply> Handle(RecordDiagnosis request, CancellationToken cancellationToken)
    {
        var (projectId, body) = (request.ProjectId, request.Body);
        var rights = (await scope.InProjectAsync(projectId, cancellationToken)).RequireDescriber();
        var questionnaire = Questionnaires.Find(body.Questionnaire, "questionnaire");
        var entry = await facts.RecordAsync(
            FactKind.Diagnosis,
            projectId,
            subjectId: projectId,
            body.Date,
            "date",
            new AnswerSet(questionnaire.Code, questionnaire.Version, body.Answers, body.Note).Checked(),
            portfolioId: null,
            rights.UserId,
            cancellationToken
        );
        return (await diagnoses.ReadAsync(projectId, cancellationToken)).First(d => d.Id == entry.Id);
    }
}
