using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Api.Web.Parts;

/// <summary>One phase and lever on the three ledgers, in units.</summary>
public sealed record LedgerTableRow(Phase Phase, Lever Lever, decimal Planned, decimal Committed, decimal Delivered)
{
    /// <summary>On one ledger.</summary>
    public decimal Of(Basis basis) =>
        basis switch
        {
            Basis.Planned => Planned,
            Basis.Committed => Committed,
            _ => Delivered,
        };
}
