using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Dashboards;
using Pipeline.Application.Projects;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Reports;

/// <summary>Reads reported transitions with what had become of them in a view: one query, people's names in it, row by row, while those before are written.</summary>
public sealed class TransitionRows(IPipelineDb db, IUserDirectory users)
{
    /// <summary>Those of these projects, in the projects' order; within a project the oldest report first.</summary>
    public IAsyncEnumerable<TransitionRow> Read(View view, IQueryable<Project> projects, ProjectFilter order)
    {
        var (people, effects) = (users.All, view.Effects);
        var reports = db.Transitions.Where(t => t.EffectiveOn <= view.AsOf && t.RecordedAt <= view.KnownAt);
        var decisions = db.Decisions.Where(d => d.RecordedAt <= view.KnownAt);
        return (
            from line in projects.Lines(order, reports, t => t.ProjectId).ThenBy(l => l.Record.RecordedAt).ThenBy(l => l.Record.Id)
            join d in decisions on line.Record.Id equals d.TransitionId into answers
            from decision in answers.DefaultIfEmpty()
            join e in effects on line.Record.Id equals e.TransitionId into moves
            from effect in moves.DefaultIfEmpty()
            select new
            {
                line.Record.Id,
                ProjectId = line.Project.Id,
                line.Project.Code,
                line.Project.Name,
                Sequence = (int?)effect.Sequence,
                line.Record.Trigger,
                line.Record.FromPhase,
                line.Record.FromStanding,
                line.Record.ToPhase,
                line.Record.ToStanding,
                Outcome = (TransitionStatus?)decision.Outcome,
                line.Record.EffectiveOn,
                line.Record.ReportedBy,
                Reporter = people.Where(u => u.Id == line.Record.ReportedBy).Select(u => u.Name).FirstOrDefault(),
                line.Record.RecordedAt,
                DecidedBy = (Guid?)decision.DecidedBy,
                Decider = people.Where(u => u.Id == decision.DecidedBy).Select(u => u.Name).FirstOrDefault(),
                DecidedAt = (DateTimeOffset?)decision.RecordedAt,
                line.Record.Reason,
                Answer = decision.Reason,
                line.Record.RequestedWaivers,
                effect.Waivers,
                effect.StayDays,
            }).AsAsyncEnumerable()
            .Select(r => new TransitionRow(r.Id, r.ProjectId, r.Code, r.Name, r.Sequence, r.Trigger, r.FromPhase, r.FromStanding, r.ToPhase, r.ToStanding,
                r.Sequence is not null ? TransitionStatus.Effective : r.Outcome ?? TransitionStatus.Pending, r.EffectiveOn,
                NameOf(r.ReportedBy, r.Reporter), r.RecordedAt, r.DecidedBy is { } decider ? NameOf(decider, r.Decider) : null, r.DecidedAt, r.Reason ?? r.Answer,
                string.Join(", ", (r.Sequence is null ? r.RequestedWaivers : r.Waivers).Select(w => w.Criterion)), r.StayDays)).ReadingAhead();
    }

    private static string NameOf(Guid id, string? name) => id == Operator.Id ? Operator.Name : name ?? "";
}
