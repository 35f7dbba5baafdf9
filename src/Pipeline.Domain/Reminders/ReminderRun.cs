namespace Pipeline.Domain.Reminders;

/// <summary>
/// What a portfolio's people were reminded of, and when its deadlines were last looked at. It commits with the reminders: of two instances that look at the same
/// time one finds it changed, and reminds nobody again.
/// </summary>
public sealed class ReminderRun
{
    private ReminderRun() { }

    /// <summary>That of a portfolio whose deadlines were never looked at.</summary>
    public ReminderRun(Guid portfolioId) => PortfolioId = portfolioId;

    /// <summary>Whose.</summary>
    public Guid PortfolioId { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset LookedAt { get; private set; }

    /// <summary>The day of the last reminder of each deadline that is still there, by what tells it from others.</summary>
    public IReadOnlyDictionary<string, DateOnly> Reminded { get; private set; } = new Dictionary<string, DateOnly>();

    /// <summary>Raised by every look.</summary>
    public long Version { get; private set; }

    /// <summary>The deadlines were looked at.</summary>
    /// <param name="reminded">The last reminder of each that is still there.</param>
    public void Look(IReadOnlyDictionary<string, DateOnly> reminded, DateTimeOffset now)
    {
        (Reminded, LookedAt) = (reminded, now);
        Version++;
    }
}
