using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pipeline.Domain.Audit;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Support;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>
/// A cube laid out plainly from what <see cref="Replay"/> walked through, line by line and cent by cent. It shares nothing with the product's, so that the two can
/// only agree by being right.
/// </summary>
internal sealed class CubeByHand
{
    private readonly Replay _replay;
    private readonly Dictionary<Guid, string> _profiles;
    private readonly Dictionary<Guid, Guid> _owners;
    private readonly ILookup<(string Id, string Field), (DateTimeOffset At, string From)> _changes;

    private CubeByHand(
        Replay replay,
        Dictionary<Guid, string> profiles,
        Dictionary<Guid, Guid> owners,
        IEnumerable<AuditEntry> entries
    )
    {
        (_replay, _profiles, _owners) = (replay, profiles, owners);
        _changes = entries
            .SelectMany(e => JsonNode.Parse(e.Changes)!.AsArray().Select(c => (Entry: e, Change: c!)))
            .Where(c => c.Change["from"] is JsonValue from && from.GetValueKind() == JsonValueKind.String)
            .ToLookup(
                c => (c.Entry.EntityId, c.Change["field"]!.GetValue<string>()),
                c => (c.Entry.RecordedAt, c.Change["from"]!.GetValue<string>())
            );
    }

    public static async Task<CubeByHand> ReadAsync(PipelineDbContext db) =>
        new(
            await Replay.ReadAsync(db),
            await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id, o => Codes.Of(o.ActorProfile)),
            await db.Projects.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.OwnerOrganisationId),
            await db
                .AuditEntries.AsNoTracking()
                .Where(e => e.Kind == AuditKind.Organisation || e.Kind == AuditKind.Project)
                .OrderBy(e => e.Sequence)
                .ToListAsync()
        );

    /// <summary>What the ledgers say of a portfolio.</summary>
    public Replay.Figures FiguresOf(Guid portfolio, DateOnly asOf, DateTimeOffset knownAt) =>
        _replay.Of(portfolio, asOf, knownAt);

    /// <summary>Cents in each cell, and how many projects they are of; what was called off or reversed is of none.</summary>
    public Dictionary<(string Row, string Column), (long Cents, int Projects)> Money(
        IEnumerable<Replay.Line> lines,
        string rows,
        string columns,
        DateTimeOffset knownAt
    )
    {
        var cells = new Dictionary<(string, string), (long Cents, HashSet<Guid> Projects)>();
        foreach (var project in lines.GroupBy(l => l.Project))
        {
            // The cents of a project lie in a row, line by line. Each goes to the next value of a dimension that is the project's; where both are, it goes by rows, and what
            // a row got goes on by columns where the row before it ended.
            var at = 0L;
            foreach (
                var line in project
                    .GroupBy(l => (Row: OfLine(l, rows, knownAt), Column: OfLine(l, columns, knownAt)))
                    .OrderBy(g => g.Key.Row, StringComparer.Ordinal)
                    .ThenBy(g => g.Key.Column, StringComparer.Ordinal)
            )
            {
                var (down, across) = (
                    Values(project.Key, line.Key.Row, rows, knownAt),
                    Values(project.Key, line.Key.Column, columns, knownAt)
                );
                var end = at + line.Sum(l => l.Cents);
                if (end == at)
                    continue;
                var next = line.Key.Row is null && line.Key.Column is null ? 0 : at;
                foreach (var (r, i) in down.Select((r, i) => (r, i)))
                {
                    var ofRow = Share(end, down.Count).ElementAt(i) - Share(at, down.Count).ElementAt(i);
                    foreach (var (c, j) in across.Select((c, j) => (c, j)))
                    {
                        var (had, projects) = cells.GetValueOrDefault((r, c), (0, []));
                        projects.Add(project.Key);
                        var got =
                            Share(next + ofRow, across.Count).ElementAt(j) - Share(next, across.Count).ElementAt(j);
                        cells[(r, c)] = (had + got, projects);
                    }
                    next += ofRow;
                }
                at = end;
            }
        }
        return cells.ToDictionary(c => c.Key, c => (c.Value.Cents, c.Value.Projects.Count));
    }

    /// <summary>Projects in each cell that has any: each once, whatever it says twice.</summary>
    public Dictionary<(string Row, string Column), long> Projects(
        Replay.Figures figures,
        string rows,
        string columns,
        DateTimeOffset knownAt
    )
    {
        var cells = new Dictionary<(string, string), long>();
        foreach (var (id, life) in figures.Projects)
        {
            // A project has no lever, funder or contract but those of its commitments; one that was called off before anything came is none.
            var lines = figures
                .Lines.Where(l => l.Project == id && l.Basis == Basis.Committed && l.Cents != 0)
                .Cast<Replay.Line?>();
            var found = new HashSet<(string, string)>();
            string? Own(Replay.Line? line, string dimension) =>
                dimension == "phase" ? Codes.Of(life.Phase)
                : line is not null ? OfLine(line, dimension, knownAt)
                : dimension is "lever" or "funderProfile" or "instrument" ? "none"
                : null;
            foreach (var line in lines.DefaultIfEmpty())
            foreach (var r in Values(id, Own(line, rows), rows, knownAt))
            foreach (var c in Values(id, Own(line, columns), columns, knownAt))
                found.Add((r, c));
            foreach (var cell in found)
                cells[cell] = cells.GetValueOrDefault(cell) + 1;
        }
        return cells;
    }

    private string? OfLine(Replay.Line line, string dimension, DateTimeOffset knownAt) =>
        dimension switch
        {
            "phase" => Codes.Of(line.Phase),
            "lever" => Codes.Of(line.Lever),
            "funderProfile" => line.Funder is { } funder ? Profile(funder, knownAt) : "none",
            "instrument" => line.Instrument is { } instrument ? Codes.Of(instrument) : "none",
            _ => null,
        };

    private IReadOnlyList<string> Values(Guid project, string? own, string dimension, DateTimeOffset knownAt) =>
        own is not null ? [own]
        : dimension == "actorProfile"
            ? [Profile(Guid.Parse(Then(project, "ownerOrganisationId", $"{_owners[project]}", knownAt)), knownAt)]
        : dimension == "family"
            ?
            [
                .. _replay
                    .Codes(project, TagDimension.Domain, knownAt)
                    .Select(d => d == "none" ? d : Codes.Of(Domains.Find(d)!.Family)),
            ]
        : _replay.Codes(project, Enum.Parse<TagDimension>(dimension, ignoreCase: true), knownAt);

    private string Profile(Guid organisation, DateTimeOffset knownAt) =>
        Then(organisation, "actorProfile", _profiles[organisation], knownAt);

    // What the first change after the instant says that it had been: the audit tells it, and no former version of the product's.
    private string Then(Guid id, string field, string now, DateTimeOffset knownAt) =>
        _changes[($"{id}", field)].Where(c => c.At > knownAt).Select(c => c.From).FirstOrDefault() ?? now;

    // To the cent: the first ones get what is left over.
    private static IEnumerable<long> Share(long cents, int among)
    {
        for (var left = among; left > 0; left--)
        {
            var part = Math.Sign(cents) * (long)Math.Ceiling(Math.Abs(cents) / (decimal)left);
            yield return part;
            cents -= part;
        }
    }
}
