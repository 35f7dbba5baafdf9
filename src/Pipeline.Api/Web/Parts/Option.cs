using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Parts;

/// <summary>Something to choose.</summary>
/// <param name="Value">As it is sent.</param>
/// <param name="Label">As it is read.</param>
public sealed record Option(string Value, string Label)
{
    /// <summary>All members of a vocabulary, in its order.</summary>
    public static IReadOnlyList<Option> All<T>(Language language)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new Option(Codes.Of(value), Labels.Of(value).In(language)))];
}
