using System.Data.Common;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Infrastructure.Persistence.Providers.PostgreSql;
using Pipeline.Infrastructure.Persistence.Providers.Sqlite;
using Pipeline.Infrastructure.Persistence.Providers.SqlServer;

namespace Pipeline.Api.Tests.Exports;

/// <summary>A register, by itself or in the workbook, begins before its rows are there, and its query ends when the client leaves. The database waits at a gate, so no clock decides.</summary>
public sealed class RegisterStreamTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    // Reached only by a failure: what these tests wait for comes, or never does.
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("deliveries/export.xlsx")]
    [InlineData("deliveries/export.csv")]
    [InlineData("portfolios/{0}/report.xlsx")]
    public async Task The_first_bytes_come_before_the_first_row(string path)
    {
        var (gate, client, portfolio) = await GateAsync();
        using var response = await client
            .GetAsync(Address(path, portfolio), HttpCompletionOption.ResponseHeadersRead)
            .WaitAsync(Never);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        var received = new MemoryStream();
        var first = new byte[8];
        await body.ReadExactlyAsync(first).AsTask().WaitAsync(Never);
        received.Write(first);
        await gate.Reached.Task.WaitAsync(Never);

        gate.Open.SetResult();
        await body.CopyToAsync(received).WaitAsync(Never);
        var csv = path.EndsWith("csv", StringComparison.Ordinal);
        if (csv)
            RegisterFile.OfCsv(received.ToArray()).Column("Delivered").Should().Equal("5.00");
        else
            Book.Open(received.ToArray())
                .Table("Deliveries")
                .Select(row => Book.NumberOf(row["Delivered"]))
                .Should()
                .Equal(5);
    }

    [Theory]
    [InlineData("deliveries/export.xlsx")]
    [InlineData("deliveries/export.csv")]
    [InlineData("portfolios/{0}/report.xlsx")]
    public async Task The_query_is_cancelled_when_the_client_leaves(string path)
    {
        var (gate, client, portfolio) = await GateAsync();
        var response = await client
            .GetAsync(Address(path, portfolio), HttpCompletionOption.ResponseHeadersRead)
            .WaitAsync(Never);
        response.EnsureSuccessStatusCode();
        await gate.Reached.Task.WaitAsync(Never);
        response.Dispose();
        await gate.Cancelled.Task.WaitAsync(Never);
    }

    [Fact]
    public async Task A_workbook_whose_rows_break_off_is_not_one()
    {
        var (gate, client, portfolio) = await GateAsync();
        using var response = await client
            .GetAsync(Address("portfolios/{0}/report.xlsx", portfolio), HttpCompletionOption.ResponseHeadersRead)
            .WaitAsync(Never);
        response.EnsureSuccessStatusCode();
        gate.Open.SetException(new InvalidOperationException("The database has gone."));
        var received = new MemoryStream();
        await using var body = await response.Content.ReadAsStreamAsync();
        await FluentActions
            .Awaiting(() => body.CopyToAsync(received).WaitAsync(Never))
            .Should()
            .ThrowAsync<Exception>("the connection is cut");
        received.Length.Should().BePositive();
        FluentActions
            .Invoking(() => Book.Open(received.ToArray()))
            .Should()
            .Throw<Exception>("what is cut off must not look whole");
    }

    [Theory]
    [InlineData("deliveries/export.csv")]
    [InlineData("portfolios/{0}/report.xlsx")]
    public async Task A_register_that_takes_too_long_does_not_end_as_if_it_were_whole(string path)
    {
        var (_, client, portfolio) = await GateAsync(("Pipeline:Limits:LongRequestSeconds", "5"));
        // What a program does for the first time takes it longer, on a busy machine much: the time is to pass at the gate.
        (await client.GetAsync(Address("portfolios/{0}/dashboard", portfolio))).EnsureSuccessStatusCode();
        using var response = await client
            .GetAsync(Address(path, portfolio), HttpCompletionOption.ResponseHeadersRead)
            .WaitAsync(Never);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        await FluentActions
            .Awaiting(() => body.CopyToAsync(Stream.Null).WaitAsync(Never))
            .Should()
            .ThrowAsync<Exception>("the connection is cut");
    }

    private static Uri Address(string path, Guid portfolio) =>
        new($"/api/v1/{path.Replace("{0}", portfolio.ToString(), StringComparison.Ordinal)}", UriKind.Relative);

    private async Task<(Gate Gate, HttpClient Client, Guid Portfolio)> GateAsync(
        params (string Key, string Value)[] settings
    )
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        (await project.DeliverAsync(await project.CommitAsync(10), 5)).ShouldBe(201);
        var finance = await project.Fund.MemberAsync("finance");
        var gate = new Gate();
        var gated = api.WithWebHostBuilder(builder =>
        {
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.ConfigureTestServices(services =>
            {
                Put<SqlitePipelineDbContext>(services, gate);
                Put<SqlServerPipelineDbContext>(services, gate);
                Put<PostgreSqlPipelineDbContext>(services, gate);
            });
        });
        var client = gated.CreateClient();
        client.DefaultRequestHeaders.Authorization = finance.Http.DefaultRequestHeaders.Authorization;
        return (gate, client, project.Fund.Id);
    }

    private static void Put<TContext>(IServiceCollection services, Gate gate)
        where TContext : DbContext
    {
        if (services.LastOrDefault(s => s.ServiceType == typeof(DbContextOptions<TContext>)) is not { } registered)
            return;
        services.Remove(registered);
        services.Add(
            ServiceDescriptor.Describe(
                typeof(DbContextOptions<TContext>),
                provider =>
                    new DbContextOptionsBuilder<TContext>(
                        (DbContextOptions<TContext>)registered.ImplementationFactory!(provider)
                    )
                        .AddInterceptors(gate)
                        .Options,
                registered.Lifetime
            )
        );
    }

    /// <summary>Lets no query of the register of deliveries through until it is opened, and tells when one was cancelled before it.</summary>
    private sealed class Gate : DbCommandInterceptor
    {
        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            // What this column is asked for is the register alone: the dashboard behind a workbook reads deliveries as well, and modules have reversals.
            if (
                !command.CommandText.Contains("ReversesId", StringComparison.Ordinal)
                || !command.CommandText.Contains("Deliveries", StringComparison.Ordinal)
            )
                return result;
            Reached.TrySetResult();
            try
            {
                await Open.Task.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                Cancelled.TrySetResult();
                throw;
            }
            return result;
        }
    }
}
