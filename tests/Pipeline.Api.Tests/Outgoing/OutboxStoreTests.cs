using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects.Events;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Outbox;
using Pipeline.Infrastructure.Persistence.Providers;

namespace Pipeline.Api.Tests.Outgoing;

/// <summary>Leases, order, pauses and the end of an event's stay, on a database that no worker looks at.</summary>
public sealed class OutboxStoreTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-tests-").FullName;
    private readonly TestClock _clock = new();
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private readonly List<AsyncServiceScope> _scopes = [];

    public OutboxStoreTests()
    {
        _database = TestDatabase.In(_folder);
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_clock)
            .AddScoped<ICaller>(_ => new NamedCaller(_clock));
        DatabaseProviders.Named(_database.Provider).AddContext(services, _database.Connection);
        _services = services.BuildServiceProvider();
    }

    public async Task InitializeAsync()
    {
        await _database.MakeEmptyAsync();
        await DatabaseStart.MigrateAsync(Context(), CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        foreach (var scope in _scopes)
            await scope.DisposeAsync();
        await _services.DisposeAsync();
        await _database.DropAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Of_one_project_the_next_event_comes_when_the_one_before_is_over()
    {
        var (first, second) = (NewId(), NewId());
        await WriteAsync(first, first, second);
        var (one, other) = (Store(), Store());
        var lease = (await one.TakeAsync(OutboxLane.Events, default))!;
        lease.Messages.Select(m => m.ProjectId).Should().Equal(first, first, second);
        await WriteAsync(first);
        (await other.TakeAsync(OutboxLane.Events, default))
            .Should()
            .BeNull("the first project's third event waits for those that are held");
        await one.FailedAsync(lease, lease.Messages[0], default);
        (await one.DeliveredAsync(lease, [lease.Messages[2]], default)).Should().Be(1);
        await one.ReleaseAsync(lease, default);
        (await other.TakeAsync(OutboxLane.Events, default)).Should().BeNull("the first project's first event rests");
        _clock.Advance(TimeSpan.FromMinutes(1));
        var again = (await other.TakeAsync(OutboxLane.Events, default))!;
        again.Messages.Select(m => m.Attempts).Should().Equal(2, 1, 1);
        again.Messages.Take(2).Select(m => m.Id).Should().Equal(lease.Messages.Take(2).Select(m => m.Id));
        (await other.DeliveredAsync(again, again.Messages, default)).Should().Be(3);
        (await other.TakeAsync(OutboxLane.Events, default)).Should().BeNull();
    }

    [Fact]
    public async Task What_follows_in_a_project_waits_for_what_rests_and_for_what_another_lease_has_lost()
    {
        var (rests, lost) = (NewId(), NewId());
        await WriteAsync(rests, rests, lost);
        var dead = (await Store().TakeAsync(OutboxLane.Events, default))!;
        await Store().DeliveredAsync(dead, [dead.Messages[0]], default);
        // The second of the one project rests; what held the other's only one is killed.
        await Store().FailedAsync(dead, dead.Messages[1], default);
        await WriteAsync(rests, lost);
        (await Store().TakeAsync(OutboxLane.Events, default)).Should().BeNull();
        _clock.Advance(TimeSpan.FromSeconds(60));
        var back = (await Store().TakeAsync(OutboxLane.Events, default))!;
        (back.Lost, back.Messages.Count).Should().Be((false, 2));
        back.Messages.Should().OnlyContain(m => m.ProjectId == rests);
        var alone = (await Store().TakeAsync(OutboxLane.Events, default))!;
        (alone.Lost, alone.Messages.Single().Id).Should().Be((true, dead.Messages[2].Id));
        (await Store().TakeAsync(OutboxLane.Events, default)).Should().BeNull("its later one waits for it");
    }

    [Fact]
    public async Task A_killed_workers_events_come_back_and_it_has_nothing_to_say_of_them_any_more()
    {
        await WriteAsync(NewId());
        var killed = (await Store().TakeAsync(OutboxLane.Events, default))!;
        (await Store().TakeAsync(OutboxLane.Events, default)).Should().BeNull();
        _clock.Advance(TimeSpan.FromSeconds(60));
        var back = (await Store().TakeAsync(OutboxLane.Events, default))!;
        back.Messages.Single().Id.Should().Be(killed.Messages.Single().Id);
        await Store().DeliveredAsync(killed, killed.Messages, default);
        (await Context().Outbox.SingleAsync()).Status.Should().Be(OutboxStatus.Pending);
        (back.Messages.Single().Attempts, back.Messages.Single().WasLostAlone)
            .Should()
            .Be((1, false), "whoever was killed over it may have been killed for any reason");
    }

    [Fact]
    public async Task What_every_worker_dies_over_rests_as_after_failures_and_is_given_up_with_the_last_attempt()
    {
        var deadly = NewId();
        await WriteAsync(deadly, deadly);
        await Store().TakeAsync(OutboxLane.Events, default);
        _clock.Advance(TimeSpan.FromSeconds(60));
        (await Store().TakeAsync(OutboxLane.Events, default))!.Messages.Single().WasLostAlone.Should().BeFalse();
        OutboxLease found;
        foreach (var minutes in new[] { 1, 5, 30, 120, 720, 1440 })
        {
            found = await FindDeadAsync();
            (await Store().FailedAsync(found, found.Messages.Single(), default)).Should().BeFalse();
            _clock.Advance(TimeSpan.FromMinutes(minutes));
            var again = (await Store().TakeAsync(OutboxLane.Events, default))!;
            (again.Lost, again.Messages.Single().Id).Should().Be((false, found.Messages.Single().Id));
        }
        found = await FindDeadAsync();
        (await Store().FailedAsync(found, found.Messages.Single(), default)).Should().BeTrue();
        var next = (await Store().TakeAsync(OutboxLane.Events, default))!;
        next.Messages.Single().ProjectId.Should().Be(deadly, "the later one passes");
        next.Messages.Single().Id.Should().NotBe(found.Messages.Single().Id);

        async Task<OutboxLease> FindDeadAsync()
        {
            _clock.Advance(TimeSpan.FromSeconds(60));
            var lease = (await Store().TakeAsync(OutboxLane.Events, default))!;
            (lease.Lost, lease.Messages.Single().WasLostAlone).Should().Be((true, true));
            return lease;
        }
    }

    [Fact]
    public async Task What_a_lease_has_ended_over_comes_alone_also_after_it_rested_and_what_follows_it_waits()
    {
        var (deadly, other) = (NewId(), NewId());
        await WriteAsync(deadly, deadly);
        await Store().TakeAsync(OutboxLane.Events, default);
        _clock.Advance(TimeSpan.FromSeconds(60));
        var lost = (await Store().TakeAsync(OutboxLane.Events, default))!;
        await Store().FailedAsync(lost, lost.Messages.Single(), default);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await WriteAsync(deadly, other);

        var free = (await Store().TakeAsync(OutboxLane.Events, default))!;
        free.Messages.Should().ContainSingle(m => m.ProjectId == other).And.HaveCount(1);
        var alone = (await Store().TakeAsync(OutboxLane.Events, default))!;
        (alone.Messages.Single().Id, alone.Messages.Single().Attempts).Should().Be((lost.Messages.Single().Id, 2));
        (await Store().TakeAsync(OutboxLane.Events, default)).Should().BeNull("what follows it waits");
        await Store().DeliveredAsync(alone, alone.Messages, default);
        var last = (await Store().TakeAsync(OutboxLane.Events, default))!;
        (last.Messages.Single().ProjectId, last.Lost)
            .Should()
            .Be((deadly, true), "the lease that ended over the first held the second too, and the third waits for it");
        await Store().ReleaseAsync(last, default);
        (await Store().TakeAsync(OutboxLane.Events, default))!.Messages.Single().Id.Should().Be(last.Messages[0].Id);
    }

    [Fact]
    public async Task What_may_have_killed_its_worker_comes_alone_after_all_others_and_each_has_its_turn()
    {
        var (first, deadly, last) = (NewId(), NewId(), NewId());
        await WriteAsync(first, deadly, last);
        await Store().TakeAsync(OutboxLane.Events, default);
        _clock.Advance(TimeSpan.FromSeconds(60));
        var later = NewId();
        await WriteAsync(later);
        var taken = new List<(Guid?, bool)>();
        // Whichever process takes it dies over the one; it starts again when the lease is over.
        for (var turn = 0; turn < 6; turn++)
        {
            var lease = (await Store().TakeAsync(OutboxLane.Events, default))!;
            var one = lease.Messages.Should().ContainSingle().Subject;
            taken.Add((one.ProjectId, lease.Lost));
            if (one.ProjectId == deadly)
                _clock.Advance(TimeSpan.FromSeconds(61));
            else
                await Store().DeliveredAsync(lease, lease.Messages, default);
        }
        taken
            .Should()
            .Equal((later, false), (first, true), (deadly, true), (last, true), (deadly, true), (deadly, true));
    }

    [Fact]
    public async Task What_brings_a_link_and_what_happened_do_not_wait_for_each_other()
    {
        var db = Context();
        db.Raise(new PasswordResetRequested(_clock.GetUtcNow(), "somebody@example.org", Language.En));
        db.Raise(new ProjectCreated(_clock.GetUtcNow()) { ProjectId = NewId() });
        await db.SaveChangesAsync();
        var links = (await Store().TakeAsync(OutboxLane.Links, default))!;
        links.Messages.Single().Type.Should().Be(PasswordResetRequested.Name);
        var events = (await Store().TakeAsync(OutboxLane.Events, default))!;
        events.Messages.Single().Type.Should().Be("project.created");
        await Store().DeliveredAsync(links, links.Messages, default);
        (await Context().Outbox.SingleAsync()).Type.Should().Be("project.created", "what names a person is removed");
    }

    [Fact]
    public async Task Failures_back_off_then_rest_and_can_be_sent_again()
    {
        var project = NewId();
        await WriteAsync(project, project);
        var store = Store();
        foreach (var minutes in new[] { 1, 5, 30, 120, 720, 1440 })
        {
            var lease = (await store.TakeAsync(OutboxLane.Events, default))!;
            (await store.FailedAsync(lease, lease.Messages[0], default)).Should().BeFalse();
            await store.ReleaseAsync(lease, default);
            _clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(30));
            (await store.TakeAsync(OutboxLane.Events, default)).Should().BeNull();
            _clock.Advance(TimeSpan.FromSeconds(30));
        }
        var last = (await store.TakeAsync(OutboxLane.Events, default))!;
        (await store.FailedAsync(last, last.Messages[0], default)).Should().BeTrue();
        await store.ReleaseAsync(last, default);

        var next = (await store.TakeAsync(OutboxLane.Events, default))!;
        next.Messages.Single().Id.Should().Be(last.Messages[1].Id, "what is given up lets the next one pass");
        await store.DeliveredAsync(next, next.Messages, default);
        (await store.SendAgainAsync(last.Messages[0].Id, default)).Should().Be(1);
        (await store.TakeAsync(OutboxLane.Events, default))!.Messages.Single().Id.Should().Be(last.Messages[0].Id);
    }

    [Fact]
    public async Task What_was_not_begun_goes_back_without_an_attempt()
    {
        await WriteAsync(NewId());
        var store = Store();
        await store.ReleaseAsync((await store.TakeAsync(OutboxLane.Events, default))!, default);
        (await store.TakeAsync(OutboxLane.Events, default))!.Messages.Single().Attempts.Should().Be(1);
    }

    [Fact]
    public async Task What_was_delivered_is_cleared_away_after_a_week()
    {
        await WriteAsync(NewId());
        var store = Store();
        var lease = (await store.TakeAsync(OutboxLane.Events, default))!;
        await store.DeliveredAsync(lease, lease.Messages, default);
        _clock.Advance(TimeSpan.FromDays(6.9));
        await store.ClearAsync(default);
        (await Context().Outbox.CountAsync()).Should().Be(1);
        _clock.Advance(TimeSpan.FromDays(0.2));
        await store.ClearAsync(default);
        (await Context().Outbox.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task What_was_raised_is_written_once_however_often_it_is_run_or_saved()
    {
        var (db, runs) = (Context(), 0);
        await db.InTransactionAsync(
            async () =>
            {
                db.Raise(new ProjectCreated(_clock.GetUtcNow()) { ProjectId = NewId() });
                return ++runs == 1
                    ? throw new DbUpdateConcurrencyException("Somebody else was faster.")
                    : await db.SaveChangesAsync();
            },
            CancellationToken.None
        );
        await db.SaveChangesAsync();
        (runs, await db.Outbox.CountAsync()).Should().Be((2, 1));
    }

    private Guid NewId() => Guid.CreateVersion7(_clock.GetUtcNow());

    private OutboxStore Store() => new(Context(), new(), _clock);

    private PipelineDbContext Context()
    {
        var scope = _services.CreateAsyncScope();
        _scopes.Add(scope);
        return scope.ServiceProvider.GetRequiredService<PipelineDbContext>();
    }

    private async Task WriteAsync(params Guid[] projects)
    {
        var db = Context();
        foreach (var project in projects)
            db.Raise(new ProjectCreated(_clock.GetUtcNow()) { ProjectId = project });
        await db.SaveChangesAsync();
    }
}
