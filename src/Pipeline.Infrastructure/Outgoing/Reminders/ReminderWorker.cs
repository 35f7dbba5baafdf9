using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.Application.Common;
using Pipeline.Application.Reminders;

namespace Pipeline.Infrastructure.Outgoing.Reminders;

/// <summary>Looks at every portfolio's deadlines from time to time, in every instance; whichever comes first reminds (docs/adr/0036).</summary>
internal sealed class ReminderWorker(ReminderOptions options, IServiceScopeFactory scopes, ILogger<ReminderWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    private bool _troubled;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Minutes == 0)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            // First it serves, then it looks.
            await Task.Delay(BetweenLooks, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await LookAsync(stoppingToken);
                _troubled = false;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away, most often: said once, and looked at again.
                if (!_troubled)
                    log.LogWarning("Deadlines cannot be looked at at the moment: {Failure}", e.GetType().Name);
                _troubled = true;
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        List<Guid> due;
        await using (var scope = scopes.CreateAsyncScopeFor(Operator.Id))
            due = await Watch(scope).DueAsync(TimeSpan.FromMinutes(options.Minutes), stop);
        foreach (var portfolio in due)
        {
            // By whoever sees every portfolio's deadlines; who is told of one is judged for each person.
            await using var scope = scopes.CreateAsyncScopeFor(Operator.Id);
            await Watch(scope).LookAsync(portfolio, stop);
        }
    }

    private static DeadlineWatch Watch(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<DeadlineWatch>();
}
