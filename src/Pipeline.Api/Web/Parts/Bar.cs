using System.Globalization;

namespace Pipeline.Api.Web.Parts;

/// <summary>Lengths of drawn bars, in per cent of their cell: the policy of the pages lets no style into them.</summary>
internal static class Bar
{
    /// <summary>What is there at all is seen.</summary>
    private const decimal Least = 0.6m;

    /// <summary>A part of a whole as per cent; 0 of nothing.</summary>
    public static decimal Of(decimal part, decimal whole) => whole <= 0 ? 0 : part / whole * 100;

    /// <summary>As an SVG attribute.</summary>
    public static string Percent(decimal percent) =>
        decimal.Round(percent, 2).ToString(CultureInfo.InvariantCulture) + "%";

    /// <summary>A width that is seen: nothing for 0, a sliver at least for the rest.</summary>
    public static string Width(decimal percent) => Percent(percent <= 0 ? 0 : Math.Max(Least, percent));
}
