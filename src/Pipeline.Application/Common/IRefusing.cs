using Pipeline.Domain.Common;

namespace Pipeline.Application.Common;

/// <summary>
/// A use case with refusals of its own: it names each that it can meet, and the API's document reads them from here. What follows from a request's
/// form alone (its fields, headers, path) is not named. A refusal that a test meets and no one has named fails that test (docs/adr/0016).
/// </summary>
public interface IRefusing
{
    /// <summary>Those of its handler and of all that the handler calls, in the order of the document.</summary>
    static abstract IReadOnlyList<Refusal> Refusals { get; }
}
