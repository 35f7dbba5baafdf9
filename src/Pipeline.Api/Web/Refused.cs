using Pipeline.Domain.Common;

namespace Pipeline.Api.Web;

/// <summary>Why a form did nothing, as the page shows it.</summary>
/// <param name="Status">The HTTP status that the API would answer with.</param>
/// <param name="Code">Stable, for programs; never shown.</param>
/// <param name="Sentence">For people.</param>
/// <param name="Faults">Every single fault with its field; empty where the sentence says it all.</param>
public sealed record Refused(int Status, string Code, Text Sentence, IReadOnlyList<Fault> Faults)
{
    /// <summary>Somebody else changed it meanwhile, or made it where the form knew of nothing.</summary>
    public bool IsStale =>
        Status is StatusCodes.Status412PreconditionFailed or StatusCodes.Status428PreconditionRequired;
}
