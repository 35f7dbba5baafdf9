using System.Data.Common;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Tests.Reports;

/// <summary>A register begins before its rows are there, and its query ends when the client leaves. The database waits at a gate, so no clock decides.</summary>
public sealed class RegisterStreamTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    // Reached only by a failure: what these tests wait for comes, or never does.
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task The_first_bytes_come_before_the_first_row(string format)
    {
        var (gate, client) = await GateAsync();
        using var response = await client.GetAsync(new Uri($"/api/v1/deliveries/export.{format}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead).WaitAsync(Never);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        var received = new MemoryStream();
        var first = new byte[8];
        await body.ReadExactlyAsync(first).AsTask().WaitAsync(Never);
        received.Write(first);
        await gate.Reached.Task.WaitAsync(Never);

        gate.Open.SetResult();
        await body.CopyToAsync(received).WaitAsync(Never);
        var file = format == "csv" ? RegisterFile.OfCsv(received.ToArray()) : RegisterFile.OfWorkbook(received.ToArray());
        file.Column("Delivered").Should().Equal(format == "csv" ? "5.00" : "5");
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task The_query_is_cancelled_when_the_client_leaves(string format)
    {
        var (gate, client) = await GateAsync();
        var response = await client.GetAsync(new Uri($"/api/v1/deliveries/export.{format}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead).WaitAsync(Never);
        response.EnsureSuccessStatusCode();
        await gate.Reached.Task.WaitAsync(Never);
        response.Dispose();
        await gate.Cancelled.Task.WaitAsync(Never);
    }

    private async Task<(Gate Gate, HttpClient Client)> GateAsync()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        (await project.DeliverAsync(await project.CommitAsync(10), 5)).ShouldBe(201);
        var finance = await project.Fund.MemberAsync("finance");
        var gate = new Gate();
        var gated = api.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        {
            Put<SqlitePipelineDbContext>(services, gate);
            Put<SqlServerPipelineDbContext>(services, gate);
        }));
        var client = gated.CreateClient();
        client.DefaultRequestHeaders.Authorization = finance.Http.DefaultRequestHeaders.Authorization;
        return (gate, client);
    }

    private static void Put<TContext>(IServiceCollection services, Gate gate) where TContext : DbContext
    {
        if (services.LastOrDefault(s => s.ServiceType == typeof(DbContextOptions<TContext>)) is not { } registered) return;
        services.Remove(registered);
        services.Add(ServiceDescriptor.Describe(typeof(DbContextOptions<TContext>), provider =>
            new DbContextOptionsBuilder<TContext>((DbContextOptions<TContext>)registered.ImplementationFactory!(provider)).AddInterceptors(gate).Options, registered.Lifetime));
    }

    /// <summary>Lets no query of deliveries through until it is opened, and tells when one was cancelled before it.</summary>
    private sealed class Gate : DbCommandInterceptor
    {
        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (!command.CommandText.Contains("Deliveries", StringComparison.Ordinal)) return result;
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
