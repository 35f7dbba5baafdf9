using Pipeline.Domain.Common;

namespace Pipeline.Domain.Indicators;

/// <summary>What names an indicator by its code.</summary>
public static class KnownIndicators
{
    private static readonly Text None = new("none", "aucun");

    /// <summary>Refuses a code that the lead portfolio's list does not have.</summary>
    /// <exception cref="InvalidValueException"><c>unknown_indicator</c>, with the list.</exception>
    public static void Require(string code, IReadOnlyCollection<string> known, string field)
    {
        if (known.Contains(code))
            return;
        var list = known.Count == 0 ? None : Text.Same(string.Join(", ", known));
        throw IndicatorRefusals.UnknownIndicator.With(code, list).At(field);
    }
}
