using Pipeline.Domain.Progress;

namespace Pipeline.Application.Records;

/// <summary>A project as far as modules need to know it.</summary>
/// <param name="Led">Led by the portfolio that is looked at; true where none is.</param>
/// <param name="Ended">Stopped or adopted: nothing more is due.</param>
public sealed record ViewedProject(Guid Id, string Code, string Name, bool Led, bool Ended)
{
    /// <summary>Its first day.</summary>
    public DateOnly StartedOn { get; init; }

    /// <summary>How its standing had changed, in order, where whoever looks has read that; null else.</summary>
    internal IEnumerable<StandingChange>? Changes { get; init; }

    /// <summary>The portfolio that leads it, as far as the caller of the view has to know; null where another one does than the one that is looked at.</summary>
    public Guid? LeadPortfolioId { get; init; }
}
