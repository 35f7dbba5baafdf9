using System.Threading.Channels;
using MediatR;
using Pipeline.Api.Problems;
using Pipeline.Application.Access;
using Pipeline.Application.Common;

namespace Pipeline.Api.Authentication;

/// <summary>
/// Requests for another password on their way to whoever carries them out. The answer is given before anybody looks whether there is such a
/// person, so that neither its text nor its time tells.
/// </summary>
internal sealed class ResetRequests
{
    // More than this at once is an attack; what is dropped is asked for again.
    private const int Most = 1_000;

    private readonly Channel<RequestPasswordReset> _channel = Channel.CreateBounded<RequestPasswordReset>(
        new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Add(RequestPasswordReset request) => _channel.Writer.TryWrite(request);

    public IAsyncEnumerable<RequestPasswordReset> ReadAllAsync(CancellationToken stop) =>
        _channel.Reader.ReadAllAsync(stop);
}

/// <summary>Carries the requests out, one after the other.</summary>
internal sealed class ResetWorker(ResetRequests requests, IServiceScopeFactory scopes, ILogger<ResetWorker> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var request in requests.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScopeFor(Anonymous.Id);
                await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The next one may fare better; whoever asked asks again.
                log.LogError("A link to set another password was not sent: {Failure}", Failure.Describe(e));
            }
        }
    }
}
