using Pipeline.Domain.Support;

namespace Pipeline.Api.Web.Parts;

/// <summary>How a lever is drawn.</summary>
internal static class LeverFill
{
    /// <summary>Its pattern (<c>LeverPatterns</c>); null where its colour is solid.</summary>
    public static string? Of(Lever lever) => lever == Lever.Funding ? null : $"url(#lever-{(int)lever})";

    /// <summary>Its class in the style sheet, where its colour is solid.</summary>
    public static string? Class(Lever lever) => lever == Lever.Funding ? "l1" : null;
}
