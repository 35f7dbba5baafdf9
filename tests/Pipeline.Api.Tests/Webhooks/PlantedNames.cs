using System.Collections.Concurrent;
using System.Net;
using Pipeline.Infrastructure.Outgoing.Webhooks;

namespace Pipeline.Api.Tests.Webhooks;

/// <summary>Answers of a name server, one after the other, the last one for ever.</summary>
public sealed class PlantedNames : IHostLookup
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<IPAddress[]>> _planted = new();
    private readonly ConcurrentDictionary<string, int> _asked = new();
    private readonly DnsLookup _real = new();

    public void Plant(string host, params string[] addresses) =>
        _planted[host] = new(addresses.Select(a => a.Split(' ').Select(IPAddress.Parse).ToArray()));

    /// <summary>How often a name was looked up.</summary>
    public int Asked(string host) => _asked.GetValueOrDefault(host);

    Task<IPAddress[]> IHostLookup.FindAsync(string host, CancellationToken cancellationToken)
    {
        _asked.AddOrUpdate(host, 1, (_, times) => times + 1);
        if (!_planted.TryGetValue(host, out var answers))
            return _real.FindAsync(host, cancellationToken);
        answers.TryPeek(out var answer);
        if (answers.Count > 1)
            answers.TryDequeue(out answer);
        return Task.FromResult(answer!);
    }
}
