using Microsoft.Extensions.DependencyInjection;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Common;

/// <summary>
/// The caller of a scope without a request: anonymous, who may do nothing, until the scope is opened for somebody by name
/// (<see cref="CallerScopes"/>). The demonstration acts as its people in turn.
/// </summary>
public sealed class NamedCaller(TimeProvider time) : ICaller
{
    /// <summary>Whether the scope was opened for somebody, so that a request around it does not count.</summary>
    public bool IsNamed { get; private set; }

    /// <inheritdoc />
    public Guid UserId { get; private set; } = Anonymous.Id;

    /// <summary>One for each run, as there is one for each request.</summary>
    public string RequestId { get; } = $"cli-{Guid.CreateVersion7(time.GetUtcNow())}";

    /// <inheritdoc />
    public bool IsAdministrator => UserId == Operator.Id;

    /// <inheritdoc />
    public Guid? SessionId => null;

    /// <inheritdoc />
    public ApiKeyRights? Key => null;

    /// <inheritdoc />
    public Language Language { get; set; } = Language.En;

    /// <summary>Acts as somebody, with their rights, until told otherwise.</summary>
    /// <param name="userId">A person, <see cref="Operator.Id"/> for whoever holds the machine, or <see cref="Anonymous.Id"/>.</param>
    public void ActAs(Guid userId) => (UserId, IsNamed) = (userId, true);
}

/// <summary>How whatever runs without a request comes by a caller: the command line, workers, the demonstration.</summary>
public static class CallerScopes
{
    /// <summary>A scope whose requests are sent by this caller.</summary>
    /// <param name="scopes">Makes the scope.</param>
    /// <param name="userId">A person, <see cref="Operator.Id"/> for whoever holds the machine, or <see cref="Anonymous.Id"/>.</param>
    public static AsyncServiceScope CreateAsyncScopeFor(this IServiceScopeFactory scopes, Guid userId)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<NamedCaller>().ActAs(userId);
        return scope;
    }

    /// <inheritdoc cref="CreateAsyncScopeFor(IServiceScopeFactory, Guid)" />
    public static AsyncServiceScope CreateAsyncScopeFor(this IServiceProvider services, Guid userId) =>
        services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScopeFor(userId);
}
