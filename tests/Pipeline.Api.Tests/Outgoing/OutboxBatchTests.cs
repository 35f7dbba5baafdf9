using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Evaluations.Events;
using Pipeline.Domain.Projects.Events;
using Pipeline.Infrastructure.Persistence.Outbox;

namespace Pipeline.Api.Tests.Outgoing;

/// <summary>Events that go out together, of which one fails.</summary>
public sealed class OutboxBatchTests(OutboxBatchTests.FailingApi api) : IClassFixture<OutboxBatchTests.FailingApi>
{
    private const string Failing = "evaluation.recorded";

    [Fact]
    public async Task Of_some_that_go_together_one_fails_alone_and_each_that_goes_is_told_and_counted_once()
    {
        var fund = await Fund.OpenAsync(api);
        var investor = await fund.MemberAsync("investor");
        var projects = new List<TestProject>();
        for (var i = 0; i < 5; i++)
            projects.Add(await fund.ProjectAsync());
        await UntilAsync(all => all.All(e => e.Status == OutboxStatus.Delivered));
        var earlier = (await OutboxAsync()).Max(e => e.Sequence);
        using var counter = new Counted(api.Services.GetRequiredService<IMeterFactory>());

        // Of the first project one that goes, the one that fails, and one behind it; of the others two each: eleven, which are tried together.
        var (first, others) = (projects[0].Id, projects.Skip(1).Select(p => p.Id).ToList());
        DomainEvent Created(Guid project) => new ProjectCreated(Now) { ProjectId = project, PortfolioId = fund.Id };
        var evaluated = new EvaluationRecorded(Now, first, Verdict.Favourable)
        {
            ProjectId = first,
            PortfolioId = fund.Id,
        };
        await RaiseAsync([
            Created(first),
            evaluated,
            Created(first),
            .. others.Select(Created),
            .. others.Select(Created),
        ]);
        await UntilAsync(all => Since(all).Count(e => e.Status == OutboxStatus.Delivered) == 9 && Rests(Since(all)));

        var written = Since(await OutboxAsync());
        var (failed, behind) = (written[1], written[2]);
        (failed.Type, failed.Status, failed.Attempts).Should().Be((Failing, OutboxStatus.Pending, 1));
        (behind.Status, behind.Attempts).Should().Be((OutboxStatus.Pending, 0), "it waits for the one before it");
        written
            .Except([failed, behind])
            .Should()
            .OnlyContain(e => e.Status == OutboxStatus.Delivered && e.Attempts == 1);
        await ShouldBeToldOnceAsync(investor, written.Except([failed, behind]));
        counter.All.Should().Equal(Enumerable.Repeat("project.created", 9));

        // At its last attempt it is given up, and lets the next one pass.
        await api.InDatabaseAsync(db =>
            db.Outbox.Where(m => m.Id == failed.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Attempts, 6))
        );
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        await UntilAsync(all => Since(all).All(e => e.EndedAt != null));

        written = Since(await OutboxAsync());
        (written[1].Status, written[1].Attempts).Should().Be((OutboxStatus.Failed, 7));
        written[2].Status.Should().Be(OutboxStatus.Delivered);
        written[2].EndedAt.Should().BeAfter(written[1].EndedAt!.Value);
        await ShouldBeToldOnceAsync(investor, written.Where(e => e.Id != failed.Id));
        counter.All.Should().Equal(Enumerable.Repeat("project.created", 10));
        api.Planted.Failed.Should().HaveCount(4, "it failed among others and by itself, at two attempts");

        IReadOnlyList<OutboxMessage> Since(IEnumerable<OutboxMessage> all) => [.. all.Where(e => e.Sequence > earlier)];
        static bool Rests(IReadOnlyList<OutboxMessage> all) => all.All(e => e.LeaseId == null);
    }

    [Fact]
    public async Task What_half_a_lease_has_no_time_for_goes_back_unbegun_and_what_went_stays()
    {
        var fund = await Fund.OpenAsync(api);
        var investor = await fund.MemberAsync("investor");
        var projects = new List<TestProject>();
        for (var i = 0; i < 3; i++)
            projects.Add(await fund.ProjectAsync());
        await UntilAsync(all => all.All(e => e.EndedAt is not null));
        var earlier = (await OutboxAsync()).Max(e => e.Sequence);
        api.Planted.Meanwhile = () => api.Clock.Advance(TimeSpan.FromSeconds(new OutboxOptions().LeaseSeconds * 0.6));
        try
        {
            await RaiseAsync(projects.Select(p => new ProjectCreated(Now) { ProjectId = p.Id, PortfolioId = fund.Id }));
            var written = (
                await UntilAsync(all => all.Where(e => e.Sequence > earlier).All(e => e.EndedAt is not null))
            )
                .Where(e => e.Sequence > earlier)
                .ToList();
            written.Should().HaveCount(3).And.OnlyContain(e => e.Status == OutboxStatus.Delivered && e.Attempts == 1);
            written.Select(e => e.EndedAt).Should().OnlyHaveUniqueItems("each went by a lease of its own");
            await ShouldBeToldOnceAsync(investor, written);
        }
        finally
        {
            api.Planted.Meanwhile = null;
        }
    }

    private DateTimeOffset Now => api.Clock.GetUtcNow();

    // In the inbox of somebody once, and nothing of what was not delivered.
    private Task<int> ShouldBeToldOnceAsync(Client person, IEnumerable<OutboxMessage> events) =>
        api.InDatabaseAsync(async db =>
        {
            var ids = events.Select(e => e.Id).ToList();
            var about = ids.Concat(
                db.Outbox.Where(m => m.Type == Failing && m.Status != OutboxStatus.Delivered).Select(m => m.Id)
            );
            var told = await db
                .Notifications.Where(n => n.UserId == person.UserId && about.Contains(n.EventId))
                .Select(n => n.EventId)
                .ToListAsync();
            told.Should().BeEquivalentTo(ids);
            return told.Count;
        });

    private Task<int> RaiseAsync(IEnumerable<DomainEvent> events) =>
        api.InDatabaseAsync(async db =>
        {
            foreach (var happened in events)
                db.Raise(happened);
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return 0;
        });

    private Task<List<OutboxMessage>> OutboxAsync() =>
        api.InDatabaseAsync(db => db.Outbox.AsNoTracking().OrderBy(m => m.Sequence).ToListAsync());

    private Task<List<OutboxMessage>> UntilAsync(Func<IReadOnlyList<OutboxMessage>, bool> met) =>
        Eventually.Async(OutboxAsync, met);

    /// <summary>The product with one consumer more, which fails over one type, and takes as long over the others as it is told to.</summary>
    public sealed class FailingApi : PipelineApi
    {
        /// <summary>The one that fails.</summary>
        public FailingConsumer Planted { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddScoped<IEventConsumer>(_ => Planted));
        }
    }

    /// <summary>Fails over each event of a type, and takes its time over the others.</summary>
    public sealed class FailingConsumer : IEventConsumer
    {
        /// <summary>What it failed over.</summary>
        public ConcurrentQueue<Guid> Failed { get; } = new();

        /// <summary>What happens while an event of another type is delivered.</summary>
        public Action? Meanwhile { get; set; }

        /// <inheritdoc />
        public bool Handles(string type) => type == Failing || Meanwhile is not null;

        /// <inheritdoc />
        public Task HandleAsync(PublishedEvent published, CancellationToken cancellationToken)
        {
            if (published.Type != Failing)
            {
                Meanwhile?.Invoke();
                return Task.CompletedTask;
            }
            Failed.Enqueue(published.Id);
            throw new InvalidTimeZoneException("Nobody takes this.");
        }
    }

    // What one host counts, and none that runs beside it.
    private sealed class Counted : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<string> _types = new();

        public Counted(IMeterFactory host)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "pipeline.events" && ReferenceEquals(instrument.Meter.Scope, host))
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>(
                (_, count, tags, _) =>
                {
                    for (var i = 0; i < count; i++)
                        _types.Enqueue($"{tags[0].Value}");
                }
            );
            _listener.Start();
        }

        public IReadOnlyList<string> All => [.. _types];

        public void Dispose() => _listener.Dispose();
    }
}
