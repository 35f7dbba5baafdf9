using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Tests;

/// <summary>The people, days and projects that tests begin with.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 9, 30, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 6, 15);
    public static readonly DateOnly Start = new(2020, 1, 1);

    public static readonly Actor Owner = new(Id(), Reports: true, Manages: false);
    public static readonly Actor Manager = new(Id(), Reports: true, Manages: true);
    public static readonly Actor OtherManager = new(Id(), Reports: true, Manages: true);
    public static readonly Actor Investor = new(Id(), Reports: false, Manages: false);

    public static readonly TakeOver TakeOver = new(TakeOverKind.PublicPolicy, null, "Ministry of Health");

    public static LifecyclePolicy Review => LifecyclePolicy.Default;

    public static LifecyclePolicy NoReview => LifecyclePolicy.Default with { ReviewRequired = false };

    public static Guid Id() => Guid.CreateVersion7(Now);

    public static Project NewProject() => new("P-1", "Repair cafés", null, Id(), Id(), Start, Now);

    /// <summary>A project that has walked there through every gate, by a manager's reports.</summary>
    public static Project ProjectIn(Phase phase, Standing standing = Standing.Active)
    {
        var project = NewProject();
        while (project.Phase != phase)
            project.Fire(Trigger.Advance);
        if (standing == Standing.OnHold)
            project.Fire(Trigger.Hold);
        if (standing == Standing.Stopped)
            project.Fire(Trigger.Stop);
        if (standing == Standing.Adopted)
            project.Fire(Trigger.Adopt);
        return project;
    }

    /// <summary>Reports as a manager, without review, with everything that the trigger asks for and the gate met.</summary>
    public static Transition Fire(this Project project, Trigger trigger, DateOnly? on = null) =>
        project.Report(Report(trigger, on), Manager, NoReview, Facts.Everything(project.Phase), Now);

    /// <summary>A report with everything that its trigger asks for.</summary>
    public static TransitionReport Report(Trigger trigger, DateOnly? on = null) =>
        new(trigger, on ?? Today, "How it went.", "A reason.", [], [], trigger == Trigger.Adopt ? TakeOver : null);
}
