namespace Pipeline.Domain.Audit;

/// <summary>Who made changes, when and on which request.</summary>
/// <param name="UserId">The person, never their name: somebody who is anonymised later is not named here.</param>
/// <param name="RequestId">The trace id of the request, or the run of the command line.</param>
/// <param name="At">When.</param>
public sealed record AuditOrigin(Guid UserId, string RequestId, DateTimeOffset At);
