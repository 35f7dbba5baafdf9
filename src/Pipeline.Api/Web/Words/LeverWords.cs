using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Api.Web.Words;

/// <summary>The levers where there is little room; the vocabulary's own words say them whole.</summary>
internal static class LeverWords
{
    private static readonly Text Expertise = new("Expertise and networks", "Expertise et réseaux"),
        Strategy = new("Strategy and governance", "Stratégie et gouvernance");

    /// <summary>A lever in two or three words.</summary>
    public static Text Short(Lever lever) =>
        lever switch
        {
            Lever.ExpertiseAndNetworks => Expertise,
            Lever.StrategyAndGovernance => Strategy,
            _ => Labels.Of(lever),
        };
}
