using System.Net;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Reliability.Tests;

/// <summary>Two instances of the program on one database, either of which may die at any moment.</summary>
internal sealed class Instances : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string _folder;
    private readonly Dictionary<string, string> _settings;
    private readonly ServedProgram[] _served;

    // Whose clients may still be in use: ended with the rest.
    private readonly List<ServedProgram> _dead = [];

    private Instances(string folder, Dictionary<string, string> settings, ServedProgram one, ServedProgram other) =>
        (_folder, _settings, _served) = (folder, settings, [one, other]);

    public static async Task<Instances> StartAsync(string folder, Dictionary<string, string> settings)
    {
        var one = await ServedProgram.StartAsync(folder, settings);
        var instances = new Instances(folder, settings, one, await ServedProgram.StartAsync(folder, settings));
        await one.SignInAsync(ServedLedgers.AdministratorEmail, ServedLedgers.Password);
        instances._served[1].Http.DefaultRequestHeaders.Authorization = one.Http.DefaultRequestHeaders.Authorization;
        return instances;
    }

    /// <summary>The administrator at one of them.</summary>
    public Client Any() => new(_served[Random.Shared.Next(_served.Length)].Http);

    /// <summary>Makes something once: asks again, under the same key, until an instance answers.</summary>
    public async Task<Reply> PostAsync(string path, object body)
    {
        var key = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        while (true)
        {
            try
            {
                var reply = await Any().PostAsync(path, body, key: key);
                if (reply.Status != (int)HttpStatusCode.ServiceUnavailable)
                    return reply.ShouldBe(201);
            }
            catch (HttpRequestException)
            {
                // Killed over it, or not there again yet.
            }
            await Task.Delay(Pause);
        }
    }

    /// <summary>Kills one of them, or both, and starts others in their place.</summary>
    public async Task KillAsync(Random chance)
    {
        int[] killed = chance.Next(4) == 0 ? [0, 1] : [chance.Next(2)];
        foreach (var i in killed)
            _served[i].Process.Kill();
        foreach (var i in killed)
        {
            await _served[i].EndAsync();
            var next = await ServedProgram.StartAsync(_folder, _settings);
            next.Http.DefaultRequestHeaders.Authorization = _served[i].Http.DefaultRequestHeaders.Authorization;
            _dead.Add(_served[i]);
            _served[i] = next;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var served in _served.Concat(_dead))
            await served.DisposeAsync();
    }
}
