using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Exports;

/// <summary>
/// Reads what belongs to projects in the projects' order, <see cref="AtOnce"/> projects at a time by two queries. The order is fixed before, by ids alone (16 bytes a
/// project), so that no query is open while a client reads, and none puts all rows of a register in order (docs/adr/0014).
/// </summary>
internal static class Batches
{
    /// <summary>Projects that are asked about at once: all their rows are in memory together.</summary>
    public const int AtOnce = 500;

    /// <summary>The ids of projects in their order.</summary>
    public static Task<List<Guid>> IdsAsync(
        this IOrderedQueryable<Project> projects,
        CancellationToken cancellationToken
    ) => projects.Select(p => p.Id).ToListAsync(cancellationToken);

    /// <summary>The lines of these projects.</summary>
    /// <param name="projects">Their ids, in the order of the register.</param>
    /// <param name="rowsOf">What is read of listed projects; for one project in its order.</param>
    /// <param name="projectOf">Whose a row is.</param>
    /// <param name="lineOf">A row as a line; null for one that is left out.</param>
    public static IAsyncEnumerable<TLine> InTurnsAsync<TRow, TLine>(
        this AsOfView view,
        IEnumerable<Guid> projects,
        Func<IReadOnlyList<Guid>, IQueryable<TRow>> rowsOf,
        Func<TRow, Guid> projectOf,
        Func<NamedProject, TRow, TLine?> lineOf
    )
        where TLine : class =>
        view.InTurnsAsync(
            projects,
            rowsOf,
            projectOf,
            (_, _) => ValueTask.FromResult<object?>(null),
            (project, row, _) => lineOf(project, row)
        );

    /// <summary>The lines of these projects, with what has to be read beside their rows.</summary>
    /// <param name="projects">Their ids, in the order of the register.</param>
    /// <param name="rowsOf">What is read of listed projects; for one project in its order.</param>
    /// <param name="projectOf">Whose a row is.</param>
    /// <param name="besideOf">What some rows name, read for all of them at once.</param>
    /// <param name="lineOf">A row as a line; null for one that is left out.</param>
    public static async IAsyncEnumerable<TLine> InTurnsAsync<TRow, TBeside, TLine>(
        this AsOfView view,
        IEnumerable<Guid> projects,
        Func<IReadOnlyList<Guid>, IQueryable<TRow>> rowsOf,
        Func<TRow, Guid> projectOf,
        Func<IReadOnlyList<TRow>, CancellationToken, ValueTask<TBeside>> besideOf,
        Func<NamedProject, TRow, TBeside, TLine?> lineOf,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
        where TLine : class
    {
        var organisations = await view.FormerAsync(FormerVersion.Organisation, cancellationToken);
        foreach (var some in projects.Chunk(AtOnce))
        {
            List<Guid> listed = [.. some.Order()];
            var read = await rowsOf(listed).ToListAsync(cancellationToken);
            if (read.Count == 0)
                continue;
            var rows = read.ToLookup(projectOf);
            var beside = await besideOf(read, cancellationToken);
            // Once for a project and not beside each of its rows.
            var named = await view
                .Db.Projects.Of(listed, p => p.Id)
                .Select(p => new NamedProject(p.Id, p.Code, p.Name, p.StartedOn, p.Version))
                .ToDictionaryAsync(p => p.Id, cancellationToken);
            var then = await view.FormerProjectsAsync(some, cancellationToken);
            foreach (var id in some)
            {
                var p = named[id];
                p = p with
                {
                    Name = then.Of(id, "name", p.Name),
                    StartedOn = then.Of(id, "startedOn", p.StartedOn),
                    Version = then.Of(id, "version", p.Version),
                    Organisations = organisations,
                };
                foreach (var row in rows[id])
                    if (lineOf(p, row, beside) is { } line)
                        yield return line;
            }
        }
    }
}

/// <summary>What a register says of a project beside its records, as the view has it.</summary>
internal sealed record NamedProject(Guid Id, string Code, string Name, DateOnly StartedOn, long Version)
{
    /// <summary>What organisations were called, where it is not what they are called now.</summary>
    public FormerFields Organisations { get; init; } = FormerFields.None;
}
