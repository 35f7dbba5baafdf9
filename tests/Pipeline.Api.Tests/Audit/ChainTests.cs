using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Pipeline.Api.Tests.Common;
using Pipeline.Domain.Audit;

namespace Pipeline.Api.Tests.Audit;

/// <summary>What was written and what was not, one after the other and all at once.</summary>
public sealed class ChainTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task A_refused_write_leaves_nothing()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var commitment = await project.CommitAsync(100);
        var newest = await NewestAsync();
        (await project.DeliverAsync(commitment, 200)).ShouldBe(409);
        (await project.ReportAsync("advance", "2016-01-01")).ShouldBe(409);
        (
            await api.Administrator.PutAsync(
                project.Path,
                new
                {
                    name = "x",
                    socioEconomicModel = "operator",
                    sdgs = Array.Empty<int>(),
                    domains = Array.Empty<string>(),
                },
                "\"1\""
            )
        ).ShouldBe(412);
        (await NewestAsync()).Should().Be(newest);
    }

    [Fact]
    public async Task A_write_that_is_rolled_back_takes_its_entry_with_it()
    {
        var fund = await Fund.OpenAsync(api);
        var newest = await NewestAsync();
        await api.InDatabaseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            (await db.Organisations.FirstAsync(o => o.Id == fund.OrganisationId)).Describe(
                "Not kept",
                Domain.Reference.ActorProfile.Investor,
                null,
                null,
                null
            );
            await db.SaveChangesAsync();
            (await db.AuditEntries.MaxAsync(e => e.Sequence))
                .Should()
                .Be(newest + 1, "it is written in the same transaction");
            await transaction.RollbackAsync();
            return 0;
        });
        (await NewestAsync()).Should().Be(newest);
        (await api.VerifyAsync()).Flag("valid").Should().BeTrue();
    }

    [Fact]
    public async Task A_save_without_a_transaction_is_whole_too()
    {
        var fund = await Fund.OpenAsync(api);
        var newest = await NewestAsync();
        // The second change takes a name that the column has no room for on a server, and an identifier that is taken on any database.
        var attempt = () =>
            api.InDatabaseAsync(async db =>
            {
                (await db.Organisations.FirstAsync(o => o.Id == fund.OrganisationId)).Describe(
                    "Half",
                    Domain.Reference.ActorProfile.Investor,
                    null,
                    null,
                    null
                );
                db.Portfolios.Add(
                    new(
                        fund.Code,
                        "Twice",
                        fund.OrganisationId,
                        "EUR",
                        Domain.Projects.LifecyclePolicy.Default,
                        api.Clock.GetUtcNow()
                    )
                );
                return await db.SaveChangesAsync();
            });
        await attempt.Should().ThrowAsync<DbUpdateException>();
        (await NewestAsync()).Should().Be(newest);
        (await api.Administrator.GetAsync($"organisations/{fund.OrganisationId}"))
            .Text("name")
            .Should()
            .Be($"Fund {fund.Code}");
    }

    [Fact]
    public async Task Nothing_is_saved_past_the_audit()
    {
        var attempt = () => api.InDatabaseAsync(db => Task.FromResult(db.SaveChanges()));
        await attempt.Should().ThrowAsync<NotSupportedException>();
    }

    [Fact]
    public async Task Each_request_has_the_id_that_its_problems_show()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/organisations")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { name = "Traced", actorProfile = "association" }),
        };
        request.Headers.Add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        using var answer = await api.Administrator.Http.SendAsync(request);
        var made = (await Reply.ReadAsync(answer)).ShouldBe(201);
        (await api.NewestOfAsync(made.Id("id"))).Text("requestId").Should().Be("4bf92f3577b34da6a3ce929d0e0e4736");
        var other = (
            await api.Administrator.PostAsync("organisations", new { name = "Untraced", actorProfile = "association" })
        ).ShouldBe(201);
        (await api.NewestOfAsync(other.Id("id")))
            .Text("requestId")
            .Should()
            .NotBeEmpty()
            .And.NotBe("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    [Fact]
    public async Task Many_at_once_leave_one_chain_without_gaps()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var commitment = await project.CommitAsync(10_000);
        var newest = await NewestAsync();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 32)
                .Select(i =>
                    (i % 3) switch
                    {
                        0 => api.Administrator.PostAsync(
                            "organisations",
                            new { name = $"At once {i}", actorProfile = "association" }
                        ),
                        1 => api.Administrator.PostAsync(
                            "organisations",
                            new { name = $"At once {i}", actorProfile = "association" },
                            key: Guid.CreateVersion7(api.Clock.GetUtcNow())
                        ),
                        _ => project.DeliverAsync(commitment, 1 + i),
                    }
                )
        );
        answers.Should().OnlyContain(a => a.Status == 201 || a.Status == 409);
        var written = answers.Count(a => a.Status == 201);
        written.Should().BeGreaterThan(20);

        (await NewestAsync()).Should().Be(newest + written);
        var verified = await api.VerifyAsync();
        (verified.Flag("valid"), verified["entries"]!.GetValue<long>()).Should().Be((true, newest + written));
        var sequences = await api.InDatabaseAsync(db =>
            db.AuditEntries.OrderBy(e => e.Sequence).Select(e => e.Sequence).ToListAsync()
        );
        sequences.Should().Equal(Enumerable.Range(1, sequences.Count).Select(i => (long)i));
    }

    [Fact]
    public async Task Verification_finds_nothing_wrong_while_others_write()
    {
        await Fund.OpenAsync(api);
        var newest = await NewestAsync();
        // Where it is most awkward: the head has been read, and the entries have not.
        using var meanwhile = new OnceHeadIsRead(
            await api.InDatabaseAsync(db => Task.FromResult(db.Database.GetConnectionString()!)),
            () => api.Administrator.PostAsync("organisations", new { name = "Meanwhile", actorProfile = "association" })
        );
        var verified = await api.VerifyAsync();
        (await meanwhile.Written).ShouldBe(201);
        (verified.Flag("valid"), verified["entries"]!.GetValue<long>()).Should().Be((true, newest + 1));
    }

    [Fact]
    public async Task Every_type_that_is_stored_says_how_it_is_told()
    {
        var silent = await api.InDatabaseAsync(db =>
            Task.FromResult(
                db.Model.GetEntityTypes().Where(t => !t.IsOwned()).Select(t => t.ClrType).Where(IsSilent).ToList()
            )
        );
        silent.Should().BeEmpty();

        static bool IsSilent(Type type)
        {
            try
            {
                Infrastructure.Persistence.Audit.AuditRules.Of(type);
                return false;
            }
            catch (InvalidOperationException)
            {
                return true;
            }
        }
    }

    [Theory]
    [InlineData("UPDATE \"AuditEntries\" SET \"RequestId\" = 'x'")]
    [InlineData("DELETE FROM \"AuditEntries\"")]
    public async Task The_database_refuses_to_rewrite_it(string sql)
    {
        await Fund.OpenAsync(api);
        var attempt = () => api.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql));
        (await attempt.Should().ThrowAsync<System.Data.Common.DbException>()).WithMessage(
            "*AuditEntries is append-only*"
        );
    }

    /// <summary>Has somebody write as soon as the head of one database is read, and the reader wait until they are through; once.</summary>
    private sealed class OnceHeadIsRead
        : IObserver<DiagnosticListener>,
            IObserver<KeyValuePair<string, object?>>,
            IDisposable
    {
        private readonly string _connection;
        private readonly Func<Task<Reply>> _write;
        private readonly TaskCompletionSource<Reply> _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<IDisposable> _subscriptions = [];
        private int _reads;

        public OnceHeadIsRead(string connection, Func<Task<Reply>> write)
        {
            (_connection, _write) = (connection, write);
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public Task<Reply> Written => _written.Task;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                _subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is not { Value: CommandExecutedEventData { Command: { } command, Context: { } context } })
                return;
            if (
                !command.CommandText.StartsWith("SELECT", StringComparison.Ordinal)
                || !command.CommandText.Contains("AuditHeads", StringComparison.Ordinal)
            )
                return;
            if (context.Database.GetConnectionString() != _connection || Interlocked.Increment(ref _reads) > 1)
                return;
            // EF tells of it and does not wait for anybody.
            _written.SetResult(Task.Run(_write).GetAwaiter().GetResult());
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose()
        {
            foreach (var subscription in _subscriptions)
                subscription.Dispose();
        }
    }

    private Task<long> NewestAsync() =>
        api.InDatabaseAsync(db =>
            db.AuditHeads.AsNoTracking().Where(h => h.Id == AuditHead.TheOne).Select(h => h.Entries).FirstAsync()
        );
}
