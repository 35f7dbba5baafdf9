using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Deadlines;
using Pipeline.Application.Modules;
using Pipeline.Domain.Common;
using Pipeline.Domain.Reminders;

namespace Pipeline.Application.Reminders;

/// <summary>
/// Raises an event for each deadline that people are to be reminded of today. A deadline is one portfolio's: that of its ledger line, agreement or key, else the
/// one that leads the project; so nobody is reminded of it by two.
/// </summary>
public sealed class DeadlineWatch(IPipelineDb db, DeadlineReader deadlines, TimeProvider time)
{
    /// <summary>The portfolios whose deadlines were not looked at for so long.</summary>
    public Task<List<Guid>> DueAsync(TimeSpan between, CancellationToken cancellationToken)
    {
        var then = time.GetUtcNow() - between;
        return db
            .Portfolios.Where(p => !db.ReminderRuns.Any(r => r.PortfolioId == p.Id && r.LookedAt > then))
            .Select(p => p.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Looks at the deadlines of a portfolio. To be run by whoever sees all of them.</summary>
    public async Task LookAsync(Guid portfolioId, CancellationToken cancellationToken)
    {
        // Read before the transaction, which would hold up writers meanwhile; whoever was faster is found there.
        var now = time.GetUtcNow();
        var rules =
            await db
                .ReminderRules.AsNoTracking()
                .FirstOrDefaultAsync(r => r.PortfolioId == portfolioId, cancellationToken)
            ?? new ReminderRules(portfolioId);
        var horizon = now.Today().AddDays(rules.DaysBefore);
        var led = (
            await db
                .Projects.Where(p => p.LeadPortfolioId == portfolioId)
                .Select(p => p.Id)
                .ToListAsync(cancellationToken)
        ).ToHashSet();
        var due = (await deadlines.ReadAsync(portfolioId, null, d => d.DueOn <= horizon, cancellationToken))
            .Select(d => d.Item)
            .Where(d => d.PortfolioId == portfolioId || (d.PortfolioId is null && led.Contains(d.ProjectId!.Value)))
            .DistinctBy(KeyOf)
            .ToList();
        await db.InTransactionAsync(
            () => RemindAsync(portfolioId, rules, due, now, cancellationToken),
            cancellationToken
        );
    }

    private async Task<int> RemindAsync(
        Guid portfolioId,
        ReminderRules rules,
        IReadOnlyList<DueItem> due,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var run =
            await db.ReminderRuns.FirstOrDefaultAsync(r => r.PortfolioId == portfolioId, cancellationToken)
            ?? db.ReminderRuns.Add(new ReminderRun(portfolioId)).Entity;
        var reminded = new Dictionary<string, DateOnly>();
        // What this release reminded of is there under its own key: the former one beside it says nothing of others that share it.
        var known = due.Where(item => item.Of.Length > 0 && run.Reminded.ContainsKey(KeyOf(item)))
            .Select(FormerKeyOf)
            .ToHashSet();
        foreach (var item in due)
        {
            var (key, former) = (KeyOf(item), FormerKeyOf(item));
            DateOnly? last =
                run.Reminded.TryGetValue(key, out var day)
                || !known.Contains(former) && run.Reminded.TryGetValue(former, out day)
                    ? day
                    : null;
            if (rules.ReasonFor(item.DueOn, item.NeverLate, last, now.Today()) is { } reason)
            {
                last = now.Today();
                foreach (var project in item.TakingPart.Select(id => (Guid?)id).Prepend(item.ProjectId))
                    db.Raise(
                        new DeadlineReminder(
                            reason == ReminderReason.Missed ? DeadlineReminder.Missed : DeadlineReminder.Approaching,
                            now,
                            item.Kind,
                            item.DueOn,
                            item.Which
                        )
                        {
                            ProjectId = project,
                            PortfolioId = portfolioId,
                        }
                    );
            }
            if (last is not { } then)
                continue;
            reminded[key] = then;
            // Instances of the release before, which run beside this one while it is rolled out or back, look for no other.
            if (!reminded.TryGetValue(former, out var latest) || latest < then)
                reminded[former] = then;
        }
        run.Look(reminded, now);
        return await db.SaveChangesAsync(cancellationToken);
    }

    // Each thing by itself on each day that it is due; short, since it is kept for as long as the deadline is there.
    private static string KeyOf(DueItem item) =>
        item.Of.Length == 0 ? FormerKeyOf(item) : Short($"{SaidBefore(item)}|{item.Of}");

    // As releases before told them, of which several could share one: whoever was reminded by these is not reminded of the same day again.
    private static string FormerKeyOf(DueItem item) => Short(SaidBefore(item));

    private static string SaidBefore(DueItem item) =>
        $"{item.Kind}|{item.ProjectId}|{item.DueOn:O}|{item.Path}|{item.What.En}";

    private static string Short(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))[..8]);
}
