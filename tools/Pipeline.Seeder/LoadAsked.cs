using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Progress;
using Pipeline.Domain.Records;

namespace Pipeline.Seeder;

/// <summary>What a generated portfolio asks of its projects and offers them: indicators, reports, a programme with its cohorts.</summary>
internal sealed class LoadAsked
{
    private readonly Portfolio _portfolio;
    private readonly Guid _by;
    private readonly DateTimeOffset _now;
    private readonly List<(Guid Id, Cohort Terms)> _cohorts = [];
    private int _places;

    /// <param name="projects">How many projects it has: one in ten goes along the programme.</param>
    /// <param name="now">When it was all written down, before the first of them began.</param>
    public LoadAsked(Portfolio portfolio, int projects, Guid by, DateTimeOffset now)
    {
        (_portfolio, _by, _now) = (portfolio, by, now);
        Programme = Guid.CreateVersion7(now);
        var path = Path();
        for (var i = 0; i <= projects / (10 * Cohort.DefaultCapacity); i++)
            _cohorts.Add(
                (
                    Guid.CreateVersion7(now),
                    Cohort.Opened(Programme, path, now.Today().AddMonths(i), Cohort.DefaultCapacity, null, now)
                )
            );
    }

    /// <summary>The reports that it wants, twice a year.</summary>
    public static ReportSchedule Schedule(DateTimeOffset begun) => new(6, new(begun.Year, 6, 30));

    /// <summary>The programme.</summary>
    public Guid Programme { get; }

    /// <summary>The indicators.</summary>
    public IndicatorList Indicators { get; } =
        new([
            new("JOBS", new("Jobs", "Emplois"), "jobs", IndicatorDirection.Up, IndicatorTotal.Sum),
            new(
                "PEOPLE",
                new("People reached", "Personnes touchées"),
                "people",
                IndicatorDirection.Up,
                IndicatorTotal.Sum
            ),
            new("WASTE", new("Waste", "Déchets"), "t", IndicatorDirection.Down, IndicatorTotal.Sum),
            new("SHARE", new("Share in work", "Part en emploi"), "%", IndicatorDirection.Up, IndicatorTotal.None),
        ]);

    /// <summary>Everything that is stored.</summary>
    /// <param name="idOf">What an id is written as, in a document too.</param>
    public IEnumerable<object> All(Func<Guid, Guid> idOf)
    {
        var asked = Indicators.Checked(null, new Dictionary<string, string>(), _now);
        yield return Version(
            DocumentKey.OfPortfolio(DocumentKind.Indicators, _portfolio.Id),
            new IndicatorList([.. asked.Indicators.Select(i => i with { Id = idOf(i.Id!.Value) })])
        );
        yield return Version(DocumentKey.InPortfolio(DocumentKind.Programme, _portfolio.Id, Programme), Path());
        foreach (var (id, cohort) in _cohorts)
            yield return Version(
                DocumentKey.InPortfolio(DocumentKind.Cohort, _portfolio.Id, id),
                cohort with
                {
                    ProgrammeId = idOf(Programme),
                }
            );
    }

    /// <summary>A place in a cohort, one after another; null once all are taken.</summary>
    public (Guid Id, Cohort Terms)? Place() =>
        _places < _cohorts.Count * Cohort.DefaultCapacity ? _cohorts[_places++ / Cohort.DefaultCapacity] : null;

    private static Programme Path() =>
        new Programme(
            "PATH",
            "Territorial experience",
            NineMonthPath.Months,
            ["Governance", "Partnerships"],
            [],
            NineMonthPath.Sessions,
            NineMonthPath.Coachings
        ).Checked();

    private DocumentVersion Version<T>(DocumentKey key, T terms) => new(key, 1, RecordJson.Write(terms), _by, _now);
}
