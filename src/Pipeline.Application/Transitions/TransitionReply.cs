using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Transitions;

/// <summary>A piece of evidence: a title with an http(s) address, or with a document of the project.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Url">Where it is; may be left out beside a document.</param>
/// <param name="DocumentId">A document of the project; null for an address alone.</param>
public sealed record LinkDto(
    [property: StringLength(Limits.Short)] string Title,
    [property: StringLength(Limits.Url)] string? Url = null,
    Guid? DocumentId = null
)
{
    internal Link ToLink() => new(Title, Url, DocumentId);

    internal static LinkDto From(Link link) => new(link.Title, link.Url, link.DocumentId);
}

/// <summary>A request to pass a blocking criterion that is not met.</summary>
public sealed record WaiverDto(
    [property: StringLength(Limits.Code)] string Criterion,
    [property: StringLength(Limits.Paragraph)] string Reason
)
{
    internal Waiver ToWaiver() => new(Criterion, Reason);

    internal static WaiverDto From(Waiver waiver) => new(waiver.Criterion, waiver.Reason);
}

/// <summary>A criterion as judged.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Sentence">What has to hold.</param>
/// <param name="Severity"><c>block</c>, <c>warn</c> or <c>ignore</c>.</param>
/// <param name="Met">Whether it holds.</param>
/// <param name="Detail">The figure that decided, and what would mend it.</param>
public record CriterionReply(string Code, string Sentence, Severity Severity, bool Met, string Detail)
{
    internal static IReadOnlyList<CriterionReply> From(IEnumerable<JudgedCriterion> criteria, Language language) =>
        [
            .. criteria.Select(c => new CriterionReply(
                c.Code,
                c.Sentence.In(language),
                c.Severity,
                c.Met,
                c.Detail.In(language)
            )),
        ];
}

/// <summary>Who answered a report, when and how.</summary>
/// <param name="Decision"><c>approve</c>, <c>returnForChanges</c>, <c>decline</c> or <c>withdraw</c>.</param>
/// <param name="Criteria">The gate as judged again, for an approval.</param>
public sealed record DecisionReply(
    string Decision,
    string? Reason,
    NamedRef DecidedBy,
    DateTimeOffset DecidedAt,
    IReadOnlyList<CriterionReply> Criteria
);

/// <summary>A transition: as reported, as decided, and whether it took effect.</summary>
/// <param name="Sequence">From 1 without gaps; null unless effective.</param>
/// <param name="Criteria">The gate as judged when it was reported.</param>
/// <param name="RequestedWaivers">Asked for with the report.</param>
/// <param name="Waivers">Granted, and needed.</param>
/// <param name="StayDays">Days in the phase that the move ended, holds left out; null when it ended no stay.</param>
public sealed record TransitionReply(
    Guid Id,
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    int? Sequence,
    Trigger Trigger,
    StateReply From,
    StateReply To,
    TransitionStatus Status,
    DateOnly EffectiveOn,
    string? Narrative,
    string? Lessons,
    string? Reason,
    IReadOnlyList<LinkDto> Evidence,
    TakeOverDto? TakeOver,
    NamedRef ReportedBy,
    DateTimeOffset ReportedAt,
    DecisionReply? Decision,
    IReadOnlyList<CriterionReply> Criteria,
    IReadOnlyList<WaiverDto> RequestedWaivers,
    IReadOnlyList<WaiverDto> Waivers,
    int? StayDays,
    long Version
) : IVersioned
{
    long IVersioned.ETag => Version;
}

/// <summary>Phase and standing.</summary>
public sealed record StateReply(Phase Phase, Standing Standing);

/// <summary>Shows transitions, people's names beside their ids.</summary>
public sealed class TransitionReader(IPipelineDb db, IUserDirectory users, ICaller caller)
{
    /// <summary>The transitions of a query, in its order.</summary>
    public async Task<IReadOnlyList<TransitionReply>> ReadAsync(
        IQueryable<Transition> transitions,
        CancellationToken cancellationToken
    )
    {
        var loaded = await transitions
            .AsNoTracking()
            .Include(t => t.Decision)
            .Include(t => t.Effect)
            .ToListAsync(cancellationToken);
        var names = await users.NamesAsync(
            loaded.Select(t => t.ReportedBy).Concat(loaded.Select(t => t.Decision?.DecidedBy).OfType<Guid>()),
            cancellationToken
        );
        var projectIds = loaded.Select(t => t.ProjectId).Distinct().ToList();
        var projects = await db
            .Projects.Where(p => projectIds.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.Code,
                p.Name,
                p.StartedOn,
                p.Version,
            })
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        return
        [
            .. loaded.Select(t =>
                Show(
                    t,
                    projects[t.ProjectId].Code,
                    projects[t.ProjectId].Name,
                    projects[t.ProjectId].StartedOn,
                    projects[t.ProjectId].Version,
                    id => new(id, names.GetValueOrDefault(id, ""))
                )
            ),
        ];
    }

    /// <summary>A transition of a project that is loaded whole, as it was saved.</summary>
    public async Task<TransitionReply> ReadAsync(Project project, Guid id, CancellationToken cancellationToken)
    {
        var t = project.Transitions.Single(t => t.Id == id);
        var names = await users.NamesAsync([t.ReportedBy, t.Decision?.DecidedBy ?? t.ReportedBy], cancellationToken);
        return Show(
            t,
            project.Code,
            project.Name,
            project.StartedOn,
            project.Version,
            person => new(person, names.GetValueOrDefault(person, ""))
        );
    }

    private TransitionReply Show(
        Transition t,
        string code,
        string name,
        DateOnly startedOn,
        long version,
        Func<Guid, NamedRef> person
    ) =>
        new(
            t.Id,
            t.ProjectId,
            code,
            name,
            t.Effect?.Sequence,
            t.Trigger,
            new(t.FromPhase, t.FromStanding),
            new(t.ToPhase, t.ToStanding),
            t.Status,
            t.EffectiveOn,
            t.Narrative,
            t.Lessons,
            t.Reason,
            [.. t.Evidence.Select(LinkDto.From)],
            TakeOverDto.From(t.TakeOver),
            person(t.ReportedBy),
            t.RecordedAt,
            t.Decision is { } d
                ? new(
                    DecisionOf(d.Outcome),
                    d.Reason,
                    person(d.DecidedBy),
                    d.RecordedAt,
                    CriterionReply.From(d.Gate, caller.Language)
                )
                : null,
            CriterionReply.From(t.Gate, caller.Language),
            [.. t.RequestedWaivers.Select(WaiverDto.From)],
            [.. (t.Effect?.Waivers ?? []).Select(WaiverDto.From)],
            t.Effect is { } e ? PhaseClock.StayOf(e.Sequence, e.Trigger, startedOn, e.EffectiveOn) ?? e.StayDays : null,
            version
        );

    private static string DecisionOf(TransitionStatus outcome) =>
        outcome switch
        {
            TransitionStatus.Effective => "approve",
            TransitionStatus.Returned => "returnForChanges",
            TransitionStatus.Declined => "decline",
            _ => "withdraw",
        };
}
