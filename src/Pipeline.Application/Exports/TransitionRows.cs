using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Exports;

/// <summary>Reads reported transitions with what had become of them in a view: people's names in it, while those before are written.</summary>
public sealed class TransitionRows(IPipelineDb db, IUserDirectory users)
{
    /// <summary>Those of these projects, in the projects' order; within a project the oldest report first.</summary>
    public IAsyncEnumerable<TransitionRow> Read(AsOfView view, IEnumerable<Guid> projects)
    {
        var (people, effects) = (users.All, view.Effects);
        var reports = db.Transitions.Where(t => t.EffectiveOn <= view.AsOf && t.RecordedAt <= view.KnownAt);
        var decisions = db.Decisions.Where(d => d.RecordedAt <= view.KnownAt);
        return view.InTurnsAsync(
                projects,
                listed =>
                    from report in reports.Of(listed, t => t.ProjectId)
                    join d in decisions on report.Id equals d.TransitionId into answers
                    from decision in answers.DefaultIfEmpty()
                    join e in effects on report.Id equals e.TransitionId into moves
                    from effect in moves.DefaultIfEmpty()
                    orderby report.RecordedAt, report.Id
                    select new
                    {
                        report.Id,
                        report.ProjectId,
                        Sequence = (int?)effect.Sequence,
                        report.Trigger,
                        report.FromPhase,
                        report.FromStanding,
                        report.ToPhase,
                        report.ToStanding,
                        Outcome = (TransitionStatus?)decision.Outcome,
                        report.EffectiveOn,
                        report.ReportedBy,
                        Reporter = people.Where(u => u.Id == report.ReportedBy).Select(u => u.Name).FirstOrDefault(),
                        report.RecordedAt,
                        DecidedBy = (Guid?)decision.DecidedBy,
                        Decider = people.Where(u => u.Id == decision.DecidedBy).Select(u => u.Name).FirstOrDefault(),
                        DecidedAt = (DateTimeOffset?)decision.RecordedAt,
                        report.Reason,
                        report.Lessons,
                        Answer = decision.Reason,
                        report.RequestedWaivers,
                        effect.Waivers,
                        effect.StayDays,
                    },
                r => r.ProjectId,
                (p, r) =>
                    new TransitionRow(
                        r.Id,
                        p.Id,
                        p.Code,
                        p.Name,
                        r.Sequence,
                        r.Trigger,
                        r.FromPhase,
                        r.FromStanding,
                        r.ToPhase,
                        r.ToStanding,
                        r.Sequence is not null ? TransitionStatus.Effective : r.Outcome ?? TransitionStatus.Pending,
                        r.EffectiveOn,
                        NameOf(r.ReportedBy, r.Reporter),
                        r.RecordedAt,
                        r.DecidedBy is { } decider ? NameOf(decider, r.Decider) : null,
                        r.DecidedAt,
                        r.Reason ?? r.Answer,
                        string.Join(
                            ", ",
                            (r.Sequence is null ? r.RequestedWaivers : r.Waivers).Select(w => w.Criterion)
                        ),
                        r.Sequence is { } sequence
                            ? PhaseClock.StayOf(sequence, r.Trigger, p.StartedOn, r.EffectiveOn) ?? r.StayDays
                            : null,
                        r.Lessons
                    )
            )
            .ReadingAhead();
    }

    private static string NameOf(Guid id, string? name) => id == Operator.Id ? Operator.Name : name ?? "";
}
