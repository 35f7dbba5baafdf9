using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Support;

/// <summary>One amount of a plan.</summary>
/// <param name="Phase">When the support is to come.</param>
/// <param name="Lever">As what.</param>
/// <param name="Cents">Cents, 1 to <see cref="Money.MaxCents"/>.</param>
public sealed record PlannedAmount(Phase Phase, Lever Lever, long Cents);
