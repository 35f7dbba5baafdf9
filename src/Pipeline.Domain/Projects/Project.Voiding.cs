using Pipeline.Domain.Common;
using Pipeline.Domain.Projects.Events;

namespace Pipeline.Domain.Projects;

/// <content>Taking back a project that was entered by mistake.</content>
public sealed partial class Project
{
    /// <summary>When it was voided (UTC); null while it stands. Views of before still show it.</summary>
    public DateTimeOffset? VoidedAt { get; private set; }

    /// <summary>Who voided it.</summary>
    public Guid? VoidedBy { get; private set; }

    /// <summary>Why it was voided.</summary>
    public string? VoidReason { get; private set; }

    /// <summary>
    /// Takes back a project that was entered by mistake: it leaves its portfolios, and with it its commitments their books, from now on. What was known
    /// before stays known, and its code is free again. Looks at its holdings and at nothing else that is loaded.
    /// </summary>
    /// <param name="reason">Why.</param>
    /// <param name="hasDeliveries">Anything was ever delivered on any of its commitments, reversed or not.</param>
    /// <param name="voidedBy">Who says so.</param>
    /// <param name="now">The instant from which it is gone; the store gives its own when it is saved.</param>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>.</exception>
    /// <exception cref="NotFoundException">It was voided already: there is none.</exception>
    /// <exception cref="RefusedException"><c>project_has_deliveries</c>.</exception>
    public void Void(string? reason, bool hasDeliveries, Guid voidedBy, DateTimeOffset now)
    {
        var why = Guard.Required(reason, "reason", Limits.Paragraph);
        if (VoidedAt is not null)
            throw NotFoundException.Of("project", "projet");
        if (hasDeliveries)
            throw ProjectRefusals.ProjectHasDeliveries.With(Code).Exception();
        foreach (var holding in Holdings)
            holding.EndedAt = now;
        (VoidedAt, VoidedBy, VoidReason) = (now, voidedBy, why);
        RaiseHere(new ProjectVoided(now));
        Touch();
    }
}
