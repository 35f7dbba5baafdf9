using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Closings;

/// <summary>A commitment of the portfolio's books with what was delivered on it.</summary>
/// <param name="Phase">For which phase.</param>
/// <param name="Lever">As what.</param>
/// <param name="Cents">What was agreed.</param>
/// <param name="Agreed">It had been agreed.</param>
internal sealed record ChangedCommitment(Phase Phase, Lever Lever, long Cents, Presence Agreed)
{
    /// <summary>It had been cancelled; null where it never was.</summary>
    public Presence? Cancelled { get; set; }

    /// <summary>Deliveries and reversals.</summary>
    public List<(long Cents, Presence Presence)> Deliveries { get; } = [];

    /// <summary>Adds what it counts for: what was agreed, or what had been delivered once it was cancelled.</summary>
    public void AddTo(ChangedFigures figures)
    {
        var delivered = Deliveries.Where(d => d.Presence.Now).Sum(d => d.Cents);
        if (Agreed.Now)
            figures.Add(Basis.Committed, Phase, Lever, Cancelled is { Now: true } ? delivered : Cents);
        figures.Add(Basis.Delivered, Phase, Lever, delivered);
    }
}
