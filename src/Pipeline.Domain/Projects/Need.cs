using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>What is missing in society, and for whom.</summary>
/// <param name="Problem">The need as found and analysed.</param>
/// <param name="Beneficiaries">Who has it.</param>
public sealed record Need(string? Problem, string? Beneficiaries)
{
    /// <summary>Nothing written yet.</summary>
    /// <remarks>A new one each time: storage follows instances, and one must not belong to two projects.</remarks>
    public static Need Unknown => new(null, null);

    /// <summary>Both parts are there.</summary>
    public bool IsDescribed => Problem is not null && Beneficiaries is not null;

    /// <summary>Trimmed and within the limits.</summary>
    public Need Checked() =>
        new(
            Guard.Optional(Problem, "need.problem", Limits.Pages),
            Guard.Optional(Beneficiaries, "need.beneficiaries", Limits.Pages)
        );
}
