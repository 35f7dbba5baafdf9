using Pipeline.Domain.Common;

namespace Pipeline.Application.Modules;

/// <summary>Something that is due.</summary>
/// <param name="Kind">What is due.</param>
/// <param name="ProjectId">Of which project; null for what is a portfolio's own.</param>
/// <param name="DueOn">The day.</param>
/// <param name="What">What has to be done, in both languages.</param>
/// <param name="Path">Where it is done, below the project or the portfolio; empty for the thing itself.</param>
/// <param name="NeverLate">It stays due once its day has gone by: what takes time is not late.</param>
public sealed record DueItem(
    DeadlineKind Kind,
    Guid? ProjectId,
    DateOnly DueOn,
    Text What,
    string Path,
    bool NeverLate = false
)
{
    /// <summary>The portfolio, for what is no project's, or is its ledger line or agreement.</summary>
    public Guid? PortfolioId { get; init; }

    /// <summary>Projects that take part in what is a portfolio's own, and whose owners are reminded too.</summary>
    public IReadOnlyList<Guid> TakingPart { get; init; } = [];

    /// <summary>Which of those of its kind and <see cref="Path"/> it is: an id or a code that stays with it; empty where there is one at most.</summary>
    public string Of { get; init; } = "";

    /// <summary>What others know it by among those of its kind: <see cref="Of"/>, else the last part of its <see cref="Path"/>; null where there is one at most.</summary>
    public string? Which =>
        Of.Length > 0 ? Of
        : Path.Contains('/', StringComparison.Ordinal) ? Path[(Path.LastIndexOf('/') + 1)..]
        : null;

    /// <summary>The page where it is read, below the project or the portfolio, where not everybody may open the one where it is done; null where they are the same.</summary>
    public string? Page { get; init; }

    /// <summary>Tells it from everything else that is due, the same on every day and in every language.</summary>
    public string Key =>
        string.Join(
            '-',
            new[] { Codes.Of(Kind), $"{ProjectId ?? PortfolioId}", Path, Of }.Where(part => part.Length > 0)
        );

    /// <summary>The page that leads to it, within this site: whoever sees the deadline may open it.</summary>
    public string Link =>
        (ProjectId is { } project ? $"/projects/{project}" : $"/portfolios/{PortfolioId}")
        + ((Page ?? Path) is { Length: > 0 } page ? $"/{page}" : "");
}
