using Microsoft.AspNetCore.Identity;
using Pipeline.Application.Access;
using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Identity;

/// <summary>Somebody who can sign in.</summary>
public sealed class PipelineUser : IdentityUser<Guid>
{
    /// <summary>As they are called.</summary>
    public string Name { get; set; } = "";

    /// <summary>Sees and does everything; users, organisations and reference data are theirs.</summary>
    public bool IsAdministrator { get; set; }

    /// <summary>Kept out by an administrator (UTC); null for whoever may sign in.</summary>
    public DateTimeOffset? LockedAt { get; set; }

    /// <summary>For every way to sign in, once it is known who it is.</summary>
    /// <exception cref="ForbiddenException"><c>account_locked</c>.</exception>
    public PipelineUser RequireUnlocked() => LockedAt is null ? this : throw AccountRefusals.AccountLocked.Exception();

    /// <summary>From 1, raised by every change; the ETag that clients see.</summary>
    public long Version { get; set; } = 1;

    /// <summary>When their name and e-mail were taken away (UTC); null for everybody else.</summary>
    public DateTimeOffset? AnonymisedAt { get; set; }
}
