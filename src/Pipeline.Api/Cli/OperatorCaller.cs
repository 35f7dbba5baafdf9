using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Cli;

/// <summary>The caller outside of requests: whoever holds the machine may do everything; the demonstration acts as its people in turn.</summary>
internal sealed class OperatorCaller(TimeProvider time) : ICaller
{
    public Guid UserId { get; private set; } = Operator.Id;

    /// <summary>One for each run, as there is one for each request.</summary>
    public string RequestId { get; } = $"cli-{Guid.CreateVersion7(time.GetUtcNow())}";

    public bool IsAdministrator => UserId == Operator.Id;

    public Guid? SessionId => null;

    public ApiKeyRights? Key => null;

    public Language Language { get; set; } = Language.En;

    /// <summary>Acts as somebody, with their rights, until told otherwise.</summary>
    public void ActAs(Guid userId) => UserId = userId;
}
