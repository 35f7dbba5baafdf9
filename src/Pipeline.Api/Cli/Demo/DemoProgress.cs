using MediatR;
using Pipeline.Application.Progress;
using Pipeline.Domain.Progress;
using Pipeline.Domain.Support;

namespace Pipeline.Api.Cli.Demo;

/// <summary>What the demonstration's projects report on the period that ended last; invented, like all that is not named in its story.</summary>
internal sealed class DemoProgress(IMediator mediator, DateOnly today)
{
    /// <summary>Longer than a month: no report of the demonstration is late on its first day.</summary>
    public const int DueAfterDays = 45;

    private readonly DateOnly _period = PeriodOf(today);

    /// <summary>The period that ended with the last month.</summary>
    public static DateOnly PeriodOf(DateOnly today) => today.AddDays(-today.Day);

    /// <summary>Writes and submits the report; the caller owns the project.</summary>
    public async Task SubmitAsync(Guid projectId)
    {
        var content = new ReportContent(
            [
                new("activities", "Two more places where people are advised, and a day for the partners in spring."),
                new("results", "Four in ten of those who came have found work or training since."),
                new("difficulties", "Cars are hard to come by, and repairs take longer than planned."),
                new("lessons", "Where the town takes part from the first day, people come sooner."),
                new("nextSteps", "A third place, and an evaluation with those who came."),
            ],
            [new(Lever.Funding, new(18_000, "EUR"), "Two cars, and their insurance")],
            IndicatorReadings: [new("ACCOMPANIED", 11_600, "The platforms' files of the year")]
        );
        await mediator.Send(new SaveProgressReport(projectId, _period, null, content));
        await mediator.Send(new SubmitProgressReport(projectId, _period, null));
    }

    /// <summary>Accepts it; the caller manages the project.</summary>
    public Task AcceptAsync(Guid projectId) =>
        mediator.Send(new DecideProgressReport(projectId, _period, null, new(ReportDecision.Accept)));
}
