using Pipeline.Domain.Phases;
using Pipeline.Infrastructure.Files.Registers;

namespace Pipeline.Infrastructure.Files.Workbooks;

/// <summary>The registers that the summary calculates over.</summary>
/// <param name="Standings">How many of the projects stand where.</param>
internal sealed record WorkbookTotals(
    WrittenRegister Projects,
    WrittenRegister Plan,
    WrittenRegister Commitments,
    WrittenRegister Deliveries,
    IReadOnlyDictionary<(Phase Phase, Standing Standing), int> Standings
)
{
    /// <summary>How many projects meet a condition.</summary>
    public int Count(Func<Phase, Standing, bool> where) =>
        Standings.Where(s => where(s.Key.Phase, s.Key.Standing)).Sum(s => s.Value);
}
