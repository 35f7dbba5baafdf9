using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>
/// The programmes of a portfolio as a caller sees them on a day: whoever sees the portfolio sees all of them, owners of a project that takes part see its cohort,
/// and of those who take part their own. What is out of sight reads as absent.
/// </summary>
public sealed class ProgrammeView
{
    private readonly Dictionary<Guid, Document<Programme>> _programmes;
    private readonly Dictionary<Guid, Document<Cohort>> _cohorts;
    private readonly Dictionary<Guid, Document<Participation>> _participations;
    private readonly ILookup<Guid, Document<Participation>> _onDay;
    private readonly IReadOnlySet<Guid> _ownProjects;

    internal ProgrammeView(
        Guid portfolioId,
        bool reads,
        IReadOnlySet<Guid> ownProjects,
        DateOnly day,
        IKnownThen? then,
        IEnumerable<DocumentVersion> documents
    )
    {
        (PortfolioId, Reads, Day, Then, _ownProjects) = (portfolioId, reads, day, then, ownProjects);
        var byKind = documents.ToLookup(d => d.Kind);
        _programmes = Read<Programme>(byKind[DocumentKind.Programme]);
        _cohorts = Read<Cohort>(byKind[DocumentKind.Cohort]);
        _participations = Read<Participation>(byKind[DocumentKind.Participation]);
        _onDay = _participations
            .Values.OrderBy(p => p.Id)
            .Select(OnDay)
            .OfType<Document<Participation>>()
            .ToLookup(p => p.Terms.CohortId);
    }

    /// <summary>Whose programmes they are.</summary>
    public Guid PortfolioId { get; }

    /// <summary>Whether the caller sees the portfolio.</summary>
    public bool Reads { get; }

    /// <summary>The day.</summary>
    public DateOnly Day { get; }

    /// <summary>What tells how things were called at the view's instant; null for now.</summary>
    public IKnownThen? Then { get; }

    /// <summary>Those that the caller sees, by code.</summary>
    public IEnumerable<Document<Programme>> Programmes =>
        _programmes
            .Values.Where(p => Reads || CohortsOf(p.Id).Any())
            .OrderBy(p => p.Terms.Code, StringComparer.Ordinal)
            .ThenBy(p => p.Id);

    /// <summary>The cohorts that the caller sees, the first one to start first.</summary>
    public IEnumerable<Document<Cohort>> Cohorts =>
        _cohorts.Values.Where(Sees).OrderBy(c => c.Terms.StartsOn).ThenBy(c => c.Id);

    /// <summary>Those of a programme.</summary>
    public IEnumerable<Document<Cohort>> CohortsOf(Guid programmeId) =>
        Cohorts.Where(c => c.Terms.ProgrammeId == programmeId);

    /// <summary>A programme.</summary>
    /// <exception cref="NotFoundException">Absent or out of sight.</exception>
    public Document<Programme> Programme(Guid id) =>
        Programmes.FirstOrDefault(p => p.Id == id) ?? throw ProgrammeAccess.Absent(DocumentKind.Programme);

    /// <summary>What programmes are called, seen or not: whoever sees a cohort sees of which it is.</summary>
    public Programme ProgrammeOf(Cohort cohort)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        return _programmes[cohort.ProgrammeId].Terms;
    }

    /// <summary>A cohort.</summary>
    /// <exception cref="NotFoundException">Absent or out of sight.</exception>
    public Document<Cohort> Cohort(Guid id) =>
        _cohorts.GetValueOrDefault(id) is { } cohort && Sees(cohort)
            ? cohort
            : throw ProgrammeAccess.Absent(DocumentKind.Cohort);

    /// <summary>The participations of a cohort that had begun by the day, as they stood then, in the order in which they were recorded, seen or not.</summary>
    public IEnumerable<Document<Participation>> AllParticipationsOf(Guid cohortId) => _onDay[cohortId];

    /// <summary>Those of them that the caller sees.</summary>
    public IEnumerable<Document<Participation>> ParticipationsOf(Guid cohortId) => _onDay[cohortId].Where(Sees);

    /// <summary>A participation.</summary>
    /// <exception cref="NotFoundException">Absent or out of sight.</exception>
    public Document<Participation> Participation(Guid id) =>
        _participations.GetValueOrDefault(id) is { } found && OnDay(found) is { } then && Sees(then)
            ? then
            : throw ProgrammeAccess.Absent(DocumentKind.Participation);

    /// <summary>Whether the caller owns the project that takes part.</summary>
    public bool Owns(Participation participation)
    {
        ArgumentNullException.ThrowIfNull(participation);
        return participation.Who.ProjectId is { } project && _ownProjects.Contains(project);
    }

    private bool Sees(Document<Cohort> cohort) =>
        Reads || _participations.Values.Any(p => p.Terms.CohortId == cohort.Id && Owns(p.Terms));

    private bool Sees(Document<Participation> participation) => Reads || Owns(participation.Terms);

    private Document<Participation>? OnDay(Document<Participation> document) =>
        document.Terms.On(Day) is { } then ? document with { Terms = then } : null;

    private static Dictionary<Guid, Document<T>> Read<T>(IEnumerable<DocumentVersion> versions) =>
        versions.Select(Document<T>.Of).ToDictionary(d => d.Id);
}
