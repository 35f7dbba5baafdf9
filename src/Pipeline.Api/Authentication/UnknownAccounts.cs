using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Pipeline.Api.Authentication;

/// <summary>
/// Counts failures on names that have no account, or none with a password, as the framework counts those on accounts: whoever is told to wait after
/// ten guesses would know otherwise that there is somebody. In memory, for as many names as an attack may try without harm.
/// </summary>
internal sealed class UnknownAccounts(IOptions<IdentityOptions> options, TimeProvider time) : IDisposable
{
    private const int Most = 100_000;

    // An account remembers its failures until somebody gets in; nobody gets in here.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private readonly MemoryCache _failures = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>Whether the name rests after too many failures.</summary>
    public bool Rests(string name) => _failures.Get<Failures>(name) is { } known && time.GetUtcNow() < known.Until;

    /// <summary>Counts a failure.</summary>
    /// <returns>Whether it was one too many, so that the name rests from now on.</returns>
    public bool Fail(string name)
    {
        var known = _failures.GetOrCreate(
            name,
            entry =>
            {
                (entry.Size, entry.SlidingExpiration) = (1, Remembered);
                return new Failures();
            }
        )!;
        lock (known)
        {
            if (++known.Count < options.Value.Lockout.MaxFailedAccessAttempts)
                return false;
            (known.Count, known.Until) = (0, time.GetUtcNow() + options.Value.Lockout.DefaultLockoutTimeSpan);
            return true;
        }
    }

    public void Dispose() => _failures.Dispose();

    private sealed class Failures
    {
        public int Count { get; set; }

        public DateTimeOffset Until { get; set; }
    }
}
