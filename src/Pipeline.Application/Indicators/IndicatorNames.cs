using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Indicators;

/// <summary>What indicators are called.</summary>
internal static class IndicatorNames
{
    /// <summary>The name of an indicator, by its code; the code itself where the list has it no more.</summary>
    public static Text NameOf(this IndicatorList? list, string code) => list?.Find(code)?.Name ?? Text.Same(code);

    /// <summary>The list that each project of a view is asked for: its lead's, as it was known; null where that is out of view or asks for nothing.</summary>
    public static Func<ViewedProject, IndicatorList?> In(RecordsInView records)
    {
        var lists = new Dictionary<Guid, IndicatorList?>();
        return project =>
        {
            if (project.LeadPortfolioId is not { } lead)
                return null;
            if (!lists.TryGetValue(lead, out var list))
                lists[lead] = list = records.OfPortfolio<IndicatorList>(DocumentKind.Indicators, lead);
            return list;
        };
    }

    /// <summary>The same in one language.</summary>
    public static Func<string, string> NameIn(this IndicatorList list, Language language) =>
        code => list.NameOf(code).In(language);
}
