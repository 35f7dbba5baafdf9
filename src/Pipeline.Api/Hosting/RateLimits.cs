using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Components.Endpoints;
using Pipeline.Api.Problems;

namespace Pipeline.Api.Hosting;

/// <summary>How often one caller may come: token buckets, so that a burst passes and a flood does not. What is refused waits in no queue.</summary>
internal static class RateLimits
{
    /// <summary>The policy of endpoints that take a password or anything else that can be guessed: by address.</summary>
    public const string SignIn = "sign-in";

    public static void AddRateLimits(this IServiceCollection services, RequestLimits limits)
    {
        services.AddSingleton<AccountLimiter>();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                RateLimitPartition.GetTokenBucketLimiter(CallerOf(context), _ => PerMinute(limits.RequestsPerMinute))
            );
            options.AddPolicy(
                SignIn,
                context =>
                    // To look at the page tries nothing.
                    HttpMethods.IsGet(context.Request.Method)
                    && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
                        ? RateLimitPartition.GetNoLimiter("page")
                        : RateLimitPartition.GetTokenBucketLimiter(
                            AddressOf(context.Connection.RemoteIpAddress),
                            _ => PerMinute(limits.SignInsPerMinute)
                        )
            );
            // The reply itself is written where every problem is.
            options.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = Seconds(RetryAfter(context.Lease));
                return ValueTask.CompletedTask;
            };
        });
    }

    /// <summary>A bucket that is full at first and gets one token after another.</summary>
    public static TokenBucketRateLimiterOptions PerMinute(int tokens) =>
        new()
        {
            TokenLimit = tokens,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / tokens,
            QueueLimit = 0,
        };

    /// <summary>When to come back.</summary>
    public static TimeSpan RetryAfter(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);

    /// <summary>As the <c>Retry-After</c> header has it: whole seconds, never 0.</summary>
    public static string Seconds(TimeSpan wait) =>
        Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Of IPv6 the network: one subscriber has 2^64 addresses of it to choose from.</summary>
    public static string AddressOf(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    // People behind one address do not share a bucket once they are signed in.
    private static string CallerOf(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } user
            ? $"user {user}"
            : $"address {AddressOf(context.Connection.RemoteIpAddress)}";
}

/// <summary>
/// How often an account may be tried, wherever from: guesses that come at once from many addresses pass the failures that lock an account before
/// the first of them is counted.
/// </summary>
internal sealed class AccountLimiter(RequestLimits limits) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(account =>
        RateLimitPartition.GetTokenBucketLimiter(account, _ => RateLimits.PerMinute(limits.SignInsPerMinute))
    );

    /// <exception cref="HttpProblemException">429: too many attempts on this account.</exception>
    public void Enter(string normalizedEmail)
    {
        using var lease = _limiter.AttemptAcquire(normalizedEmail);
        if (!lease.IsAcquired)
            throw HttpRefusals.TooManyRequests.Exception(RateLimits.RetryAfter(lease));
    }

    public void Dispose() => _limiter.Dispose();
}
