using Pipeline.Domain.Common;
using Pipeline.Domain.Indicators;

namespace Pipeline.Application.Indicators;

/// <summary>What indicators are called.</summary>
internal static class IndicatorNames
{
    /// <summary>The name of an indicator, by its code; the code itself where the list has it no more.</summary>
    public static Text NameOf(this IndicatorList? list, string code) => list?.Find(code)?.Name ?? Text.Same(code);

    /// <summary>The same in one language.</summary>
    public static Func<string, string> NameIn(this IndicatorList list, Language language) =>
        code => list.NameOf(code).In(language);
}
