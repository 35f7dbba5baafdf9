namespace Pipeline.Api.Tests.Common;

/// <summary>The use cases of the application that a class of tests goes through, by their request types.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UseCasesAttribute(params Type[] requests) : Attribute
{
    /// <summary>Request types of <c>Pipeline.Application</c>.</summary>
    public IReadOnlyList<Type> Requests { get; } = requests;
}
