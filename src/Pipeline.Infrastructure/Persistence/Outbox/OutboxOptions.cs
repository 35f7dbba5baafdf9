namespace Pipeline.Infrastructure.Persistence.Outbox;

/// <summary>How the outbox is delivered: <c>Pipeline:Outbox:*</c>.</summary>
public sealed class OutboxOptions
{
    private const int AttemptsInLease = 3;

    // After the first one; the service's description says so.
    private static readonly TimeSpan[] LaterPauses =
    [
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(12),
        TimeSpan.FromHours(24),
    ];

    /// <summary>Seconds between the first attempt and the second.</summary>
    public int FirstRetrySeconds { get; init; } = 60;

    /// <summary>Seconds for which a worker holds what it delivers: how long what a killed one held stays where it is.</summary>
    public int LeaseSeconds { get; init; } = 60;

    /// <summary>How long to wait after an attempt that failed; null after the last one.</summary>
    /// <param name="attempts">How many there were.</param>
    public TimeSpan? PauseAfter(int attempts) =>
        attempts <= 1 ? TimeSpan.FromSeconds(FirstRetrySeconds)
        : attempts - 2 < LaterPauses.Length ? LaterPauses[attempts - 2]
        : null;

    /// <summary>
    /// Refuses leases that can end while what they hold is still being sent: another instance would send it too. Nothing is begun in a lease's second half,
    /// which therefore has to outlast an attempt; it is half as long again, for a database that is slow to note what became of it.
    /// </summary>
    /// <param name="setting">What says how long an attempt may take.</param>
    /// <param name="seconds">How long it may.</param>
    /// <exception cref="SettingException">A lease is shorter than three attempts.</exception>
    public void RequireLeasesOver(string setting, int seconds)
    {
        if (LeaseSeconds < AttemptsInLease * seconds)
            throw new SettingException(
                $"Pipeline:Outbox:LeaseSeconds is {LeaseSeconds}; at least three times {setting} ({seconds}) is expected."
            );
    }

    /// <exception cref="SettingException">A number is not at least 1.</exception>
    public OutboxOptions Checked()
    {
        if (FirstRetrySeconds < 1 || LeaseSeconds < 1)
            throw new SettingException("Pipeline:Outbox:FirstRetrySeconds and LeaseSeconds are whole numbers from 1.");
        return this;
    }
}
