using Pipeline.Api.Tests.Common;
using static Pipeline.Api.Tests.Dashboards.WorldBook;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>What projects of a random life report on their periods, and what their fund answers.</summary>
internal sealed class RandomReports(PipelineApi api, WorldBook book)
{
    /// <summary>What a fund asks for: a report on every half year, twenty days after it.</summary>
    public static readonly object Schedule = new
    {
        everyMonths = 6,
        firstPeriodEnds = Text(FirstEnd),
        dueAfterDays = DueAfterDays,
    };

    /// <summary>Days until a report is wanted.</summary>
    public const int DueAfterDays = 20;

    private static readonly string[] Sections = ["activities", "results", "difficulties", "lessons", "nextSteps"];
    private static readonly string[] Answers = ["accept", "returnForChanges", "excuse"];

    private static DateOnly FirstEnd => new(2023, 12, 31);

    /// <summary>The last days of all periods that had begun by a day.</summary>
    public static IEnumerable<DateOnly> Ends(DateOnly day)
    {
        for (var end = FirstEnd; Before(end) < day; end = end.AddDays(1).AddMonths(6).AddDays(-1))
            yield return end;
    }

    /// <summary>The last day before the period with an end.</summary>
    public static DateOnly Before(DateOnly end) => end.AddDays(1).AddMonths(-6).AddDays(-1);

    /// <summary>Does one thing.</summary>
    public Task DoAsync(Random random)
    {
        var (project, period) = (book.Any(random), Any([.. Ends(book.Today)], random));
        var path = $"{project.Path}/progress-reports/{Text(period)}";
        return random.Next(3) == 0
            ? AnswerAsync(project, period, path, Any(Answers, random))
            : ReportAsync(project, period, path);
    }

    private async Task ReportAsync(TestProject project, DateOnly period, string path)
    {
        var body = new { sections = Sections.Select(section => new { section, text = $"On {Text(book.Today)}" }) };
        if (
            Accepted(await api.Administrator.PutAsync(path, body, "*"))
            && Accepted(await api.Administrator.PostAsync($"{path}/submission", null, "*"))
        )
            Record(project, period, "submitted");
    }

    private async Task AnswerAsync(TestProject project, DateOnly period, string path, string decision)
    {
        var body = new { decision, reason = "So it is" };
        if (Accepted(await api.Administrator.PostAsync($"{path}/decision", body, "*")))
            Record(project, period, decision);
    }

    private void Record(TestProject project, DateOnly period, string happened) =>
        book.Record("report", project.Id, project.Id, new { period = Text(period), happened });
}
