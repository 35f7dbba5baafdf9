using Pipeline.Domain.Support;

namespace Pipeline.Application.Dashboards;

/// <summary>The sums of a project's three ledgers, in cents.</summary>
public readonly record struct ProjectTotals(LeverTotals Planned, LeverTotals Committed, LeverTotals Delivered)
{
    /// <summary>Those of one ledger.</summary>
    public LeverTotals Of(Basis basis) =>
        basis switch
        {
            Basis.Planned => Planned,
            Basis.Committed => Committed,
            _ => Delivered,
        };

    /// <summary>With one more amount on a ledger.</summary>
    public ProjectTotals And(Basis basis, Lever lever, long cents) =>
        basis switch
        {
            Basis.Planned => this with { Planned = Planned.And(lever, cents) },
            Basis.Committed => this with { Committed = Committed.And(lever, cents) },
            _ => this with { Delivered = Delivered.And(lever, cents) },
        };
}
