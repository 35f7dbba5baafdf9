using System.Globalization;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Closings;

/// <summary>A portfolio whose periods are closed.</summary>
internal static class ClosedFund
{
    /// <summary>Closes a period, by the administrator unless somebody else is named.</summary>
    public static Task<Reply> TryCloseAsync(this Fund fund, DateOnly asOf, Client? by = null, string? note = null) =>
        (by ?? fund.Api.Administrator).PostAsync($"portfolios/{fund.Id}/closings", new { asOf, note });

    /// <returns>The closing's address.</returns>
    public static async Task<string> CloseAsync(this Fund fund, DateOnly asOf) =>
        $"portfolios/{fund.Id}/closings/{(await fund.TryCloseAsync(asOf)).ShouldBe(201).Id("id")}";

    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
