namespace Pipeline.Application.Records;

/// <summary>A project as far as modules need to know it.</summary>
/// <param name="Led">Led by the portfolio that is looked at; true where none is.</param>
/// <param name="Ended">Stopped or adopted: nothing more is due.</param>
public sealed record ViewedProject(Guid Id, string Code, string Name, bool Led, bool Ended)
{
    /// <summary>Its first day.</summary>
    public DateOnly StartedOn { get; init; }

    /// <summary>Who leads it, where no portfolio is looked at.</summary>
    public Guid LeadPortfolioId { get; init; }
}
