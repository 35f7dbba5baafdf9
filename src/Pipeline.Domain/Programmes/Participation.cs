using Pipeline.Domain.Common;

namespace Pipeline.Domain.Programmes;

/// <summary>
/// Somebody's way with a cohort. What happened is only added to, each with its own day; its status follows from that. Who was at which session stands with the
/// cohort.
/// </summary>
/// <param name="Who">Who takes part.</param>
/// <param name="Steps">What happened, in its order; the first one is that they were chosen.</param>
public sealed record Participation(
    Guid CohortId,
    ParticipationTerms Who,
    IReadOnlyList<ParticipationStep> Steps,
    IReadOnlyList<Coaching> Coachings,
    IReadOnlyList<MilestoneFile> Files
)
{
    private static readonly Dictionary<ParticipationStatus, ParticipationStatus[]> Next = new()
    {
        [ParticipationStatus.Selected] = [ParticipationStatus.TakingPart, ParticipationStatus.Left],
        [ParticipationStatus.TakingPart] = [ParticipationStatus.Left, ParticipationStatus.Finished],
        // Who comes back, and what was said too early.
        [ParticipationStatus.Left] = [ParticipationStatus.TakingPart],
        [ParticipationStatus.Finished] = [ParticipationStatus.TakingPart],
    };

    /// <summary>Somebody is chosen.</summary>
    /// <param name="on">The day.</param>
    /// <exception cref="RefusedException"><c>cohort_closed</c>.</exception>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>, <c>participants_one_or_two</c>, <c>date_in_future</c>, <c>out_of_range</c>.</exception>
    public static Participation Chosen(
        Guid cohortId,
        Cohort cohort,
        ParticipationTerms who,
        DateOnly on,
        DateTimeOffset now
    )
    {
        RequireDay(on, cohort, now);
        return new(cohortId, who.Checked(), [new(ParticipationStatus.Selected, on)], [], []);
    }

    /// <summary>What it is now.</summary>
    public ParticipationStep Last => Steps[^1];

    /// <summary>Whether it has a place: everybody does who has not left.</summary>
    public bool HasPlace => Last.Status != ParticipationStatus.Left;

    /// <summary>The last day on which anything happened: a step, a coaching or a file.</summary>
    public DateOnly LastDay =>
        Steps.Select(s => s.On).Concat(Coachings.Select(c => c.On)).Concat(Files.Select(f => f.On)).Max();

    /// <summary>As it stood on a day; null where they had not been chosen yet.</summary>
    public Participation? On(DateOnly day)
    {
        var steps = Steps.Where(s => s.On <= day).ToList();
        return steps.Count == 0
            ? null
            : this with
            {
                Steps = steps,
                Coachings = [.. Coachings.Where(c => c.On <= day)],
                Files = [.. Files.Where(f => f.On <= day)],
            };
    }

    /// <summary>Whether they ever took part.</summary>
    public bool TookPart => Steps.Any(s => s.Status == ParticipationStatus.TakingPart);

    /// <summary>Milestone files that were not handed in by a day, in their order.</summary>
    public IReadOnlyList<MilestoneKind> MissingOn(DateOnly day) =>
        [.. Enum.GetValues<MilestoneKind>().Where(kind => !Files.Any(f => f.Kind == kind && f.On <= day))];

    /// <summary>Described otherwise.</summary>
    /// <exception cref="RefusedException"><c>project_in_use</c>: files are documents of the project before.</exception>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>, <c>participants_one_or_two</c>.</exception>
    public Participation Described(ParticipationTerms who) =>
        who.ProjectId != Who.ProjectId && Files.Any(f => f.DocumentId is not null)
            ? throw ProgrammeRefusals.ProjectInUse.At("projectId")
            : this with
            {
                Who = who.Checked(),
            };

    /// <summary>Something happened; the same status once more corrects its day and its reason.</summary>
    /// <exception cref="RefusedException"><c>status_not_next</c>, <c>milestone_files_missing</c>, <c>cohort_closed</c>.</exception>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>, <c>date_in_future</c>, <c>dates_reversed</c>, <c>out_of_range</c>.</exception>
    public Participation Happened(
        ParticipationStatus status,
        DateOnly on,
        string? reason,
        Cohort cohort,
        DateTimeOffset now
    )
    {
        var before = Last.Status == status ? Steps.SkipLast(1).ToList() : [.. Steps];
        var from = before.Count == 0 ? (ParticipationStatus?)null : before[^1].Status;
        if (from is { } known && !Next[known].Contains(status))
            throw ProgrammeRefusals
                .StatusNotNext.With(Labels.Of(status), Labels.Of(known), Named(Next[known]))
                .At("status");
        RequireDay(on, cohort, now);
        if (before.Count > 0)
            Guard.NotBefore(on, before[^1].On, "on", ProgrammeRefusals.BeforeLastStep);
        if (status == ParticipationStatus.Finished && MissingOn(on) is { Count: > 0 } missing)
            throw ProgrammeRefusals.MilestoneFilesMissing.With(Named(missing)).At("status");
        var takesBack = from is ParticipationStatus.Left or ParticipationStatus.Finished;
        var why =
            status == ParticipationStatus.Left || takesBack
                ? Guard.Required(reason, "reason", Limits.Paragraph)
                : Guard.Optional(reason, "reason", Limits.Paragraph);
        return this with { Steps = [.. before, new(status, on, why)] };
    }

    /// <summary>A coaching took place.</summary>
    /// <exception cref="RefusedException"><c>cohort_closed</c>.</exception>
    /// <exception cref="InvalidValueException"><c>unknown_code</c>: no coaching comes before that session. <c>required</c>, <c>too_long</c>, <c>too_many</c>, <c>date_in_future</c>, <c>out_of_range</c>.</exception>
    public Participation Coached(string before, DateOnly on, string note, Cohort cohort, DateTimeOffset now)
    {
        Guard.KnownCode(before, "before", cohort.Sessions.Where(s => s.Coached).Select(s => s.Code));
        RequireDay(on, cohort, now);
        var text = Guard.Required(note, "note", Limits.Pages);
        return this with
        {
            Coachings = Guard.List<Coaching>(
                [.. Coachings, new(Guid.CreateVersion7(now), before, on, text)],
                "coachings"
            ),
        };
    }

    /// <summary>A file was handed in. Whether its document is one of the project's, the participation cannot know.</summary>
    /// <exception cref="RefusedException"><c>cohort_closed</c>.</exception>
    /// <exception cref="InvalidValueException"><c>project_wanted</c>: a document is a project's. <c>invalid_link</c>, <c>required</c>, <c>too_long</c>, <c>too_many</c>, <c>date_in_future</c>, <c>out_of_range</c>.</exception>
    public Participation HandedIn(
        MilestoneKind kind,
        DateOnly on,
        string title,
        string? url,
        Guid? documentId,
        Cohort cohort,
        DateTimeOffset now
    )
    {
        RequireDay(on, cohort, now);
        var address = Link.CheckedAddress(url, "url");
        if (address is null && documentId is null)
            throw CommonRefusals.LinkOrDocument.At("url");
        if (documentId is not null && Who.ProjectId is null)
            throw ProgrammeRefusals.ProjectWanted.At("documentId");
        var file = new MilestoneFile(
            Guid.CreateVersion7(now),
            kind,
            on,
            Guard.Required(title, "title", Limits.Short),
            address,
            documentId
        );
        return this with { Files = Guard.List<MilestoneFile>([.. Files, file], "files") };
    }

    private static void RequireDay(DateOnly on, Cohort cohort, DateTimeOffset now)
    {
        Guard.Day(Guard.NotInFuture(on, now, "on"), "on");
        cohort.RequireOpen(on, "on");
    }

    private static Text Named<T>(IReadOnlyList<T> members)
        where T : struct, Enum
    {
        var labels = members.Select(m => Labels.Of(m)).ToList();
        return new(string.Join(", ", labels.Select(l => l.En)), string.Join(", ", labels.Select(l => l.Fr)));
    }
}
